import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";

export const TENANT = "6b1d7b0e-5c0e-4d5a-9a3c-2f1c5a7d9e10";
export const AUDIENCE = "0d6a2c3f-8f5b-4a44-9d0a-6f2f4b1c7e55";

export interface Wanted {
  readonly oid: string;
  readonly scp?: string;
  readonly authTime?: number;
  /** Other claims, put over Entra's own. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly drop?: readonly string[];
}

interface Told {
  readonly origin: string;
  readonly keyCalls: number;
}

/** A real `oidc-provider` that signs access tokens of Entra's shape for whoever the test names. */
export class IdentityProvider {
  private constructor(
    private readonly child: ChildProcess,
    private readonly origin: string,
  ) {}

  static async start(): Promise<IdentityProvider> {
    const child = fork(path.join(__dirname, "oidc-process.mjs"), [], {
      env: { ...process.env, TENANT, AUDIENCE, NODE_OPTIONS: "", NODE_NO_WARNINGS: "1" },
      // It says that it wants a newer Node; it works with this one.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: [],
    });
    return new IdentityProvider(child, (await answer(child)).origin);
  }

  get issuer(): string {
    return `${this.origin}/${TENANT}/v2.0`;
  }

  get keysAddress(): URL {
    return new URL(`${this.issuer}/jwks`);
  }

  /** How often its keys were asked for. */
  async keyCalls(): Promise<number> {
    return (await this.tell({})).keyCalls;
  }

  async rotate(old: "keep" | "withdraw"): Promise<void> {
    await this.tell({ rotate: old });
  }

  /** While it does not, every connection is cut. */
  async setAnswering(answering: boolean): Promise<void> {
    await this.tell({ answering });
  }

  async token(wanted: Wanted): Promise<string> {
    const response = await fetch(`${this.issuer}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${AUDIENCE}:test`)}` },
      body: new URLSearchParams({
        grant_type: "urn:sekisho:test",
        wanted: JSON.stringify({ scp: "access_as_user", ...wanted }),
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`no token: ${response.status}`);
    return token;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill();
    await ended;
  }

  private async tell(message: object): Promise<Told> {
    const told = answer(this.child);
    this.child.send(message);
    return told;
  }
}

const answer = (child: ChildProcess): Promise<Told> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`identity provider ended: ${code}`));
    child.once("exit", ended);
    child.once("message", (told) => {
      child.off("exit", ended);
      resolve(told as Told);
    });
  });
