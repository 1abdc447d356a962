import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { Refused } from "../refused";

/** At most one call for keys in this time, whether it brought any or not. */
const COOLDOWN = 30_000;
/** Known keys are believed for this long after they were read. */
const LONGEST_USE = 10 * 60_000;
/** From this age on they are read again beside the work, so that nobody waits for it. */
const FRESH = 5 * 60_000;
const TIMEOUT = 5000;
const LARGEST = 200_000;

export interface SigningKeysOptions {
  /** From configuration alone: what a token says about where its keys are is never followed. */
  readonly address: URL;
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/**
 * The issuer's public keys (RFC 7517). A key id that is not known yet leads to one call, then none
 * for 30 s. Keys that could not be read again for 10 min are refused with `api/unavailable`.
 */
export class SigningKeys {
  private known: { readonly keys: JWTVerifyGetKey; readonly ids: ReadonlySet<string> } | null =
    null;
  private readAt = -Infinity;
  private triedAt = -Infinity;
  private reading: Promise<void> | null = null;

  constructor(private readonly options: SigningKeysOptions) {}

  /** For `jwtVerify`; throws `Refused`. */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    await this.makeKnown(header.kid ?? "");
    if (this.known === null || this.age() > LONGEST_USE) throw new Refused("api/unavailable");
    if (!this.known.ids.has(header.kid ?? "")) throw new Refused("identity/invalid");
    return this.known.keys(header, token);
  };

  private async makeKnown(kid: string): Promise<void> {
    const isKnown = this.known?.ids.has(kid) === true && this.age() <= LONGEST_USE;
    if (isKnown && this.age() < FRESH) return;
    const reading = this.read();
    if (!isKnown) await reading;
  }

  private age(): number {
    return this.since(this.readAt);
  }

  /** By a clock that was set back meanwhile, nobody knows: as if it were long ago. */
  private since(moment: number): number {
    const passed = this.options.clock() - moment;
    return passed < 0 ? Infinity : passed;
  }

  /** Never rejects: without an answer, what is known stays as old as it is. */
  private read(): Promise<void> {
    if (this.reading !== null) return this.reading;
    if (this.since(this.triedAt) < COOLDOWN) return Promise.resolve();
    const now = this.options.clock();
    this.triedAt = now;
    this.reading = this.fetchSet()
      .then((set) => {
        this.known = { keys: createLocalJWKSet(set), ids: idsOf(set) };
        this.readAt = now;
      })
      .catch(() => undefined)
      .finally(() => {
        this.reading = null;
      });
    return this.reading;
  }

  private async fetchSet(): Promise<JSONWebKeySet> {
    const response = await this.options.fetch(this.options.address, {
      redirect: "error",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (response.status !== 200) throw new Error("no key set");
    const text = await response.text();
    if (text.length > LARGEST) throw new Error("no key set");
    return JSON.parse(text) as JSONWebKeySet;
  }
}

const idsOf = (set: JSONWebKeySet): ReadonlySet<string> =>
  new Set(set.keys.flatMap(({ kid }) => (kid === undefined ? [] : [kid])));
