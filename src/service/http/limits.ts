import type { FastifyInstance, FastifyRequest } from "fastify";
import "@fastify/rate-limit";
import { TooMany } from "./problem";

/** Calls a minute, unless said otherwise. */
export interface Limits {
  /** Calls by nobody known, good or bad, that one address may make. */
  readonly address: number;
  readonly person: number;
  /** Attempts to release one mail. */
  readonly release: number;
  /** Open streams of live updates of one person. */
  readonly streams: number;
  /** Calls of everybody that are being answered at one moment. */
  readonly atOnce: number;
}

/** A thousand people may share one address; one of them never has as many calls as all. */
export const DEFAULT_LIMITS: Limits = {
  address: 20_000,
  person: 600,
  release: 60,
  streams: 8,
  atOnce: 250,
};

const MINUTE = 60_000;
/** Keys that are remembered at once; the one that was quiet longest is forgotten first. */
export const MOST_KEYS = 50_000;

type Counted = Awaited<ReturnType<ReturnType<FastifyInstance["createRateLimit"]>>>;
type Count = (request: FastifyRequest, options?: { increment?: boolean }) => Promise<Counted>;

export interface Buckets {
  /** One more call from an address by nobody known. */
  readonly address: Bucket;
  readonly person: Bucket;
  readonly release: Bucket;
}

/** Counts calls by a key; throws `TooMany`. */
export class Bucket {
  constructor(private readonly count: Count) {}

  /** Counts this call. */
  async take(request: FastifyRequest): Promise<void> {
    refuseIfExceeded(await this.count(request));
  }

  /** Refuses when the bucket is empty, without counting. */
  async check(request: FastifyRequest): Promise<void> {
    refuseIfExceeded(await this.count(request, { increment: false }));
  }

  /** Counts a call that has been answered. */
  async note(request: FastifyRequest): Promise<void> {
    await this.count(request);
  }
}

function refuseIfExceeded(counted: Counted): void {
  if (!counted.isAllowed && counted.isExceeded)
    throw new TooMany(Math.max(1, counted.ttlInSeconds));
}

/** By address, by person (tenant and oid), and by mail for releases, which people never share. */
export function createBuckets(app: FastifyInstance, limits: Limits): Buckets {
  const bucket = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
    new Bucket(app.createRateLimit({ max, timeWindow: MINUTE, keyGenerator }));
  return {
    address: bucket(limits.address, ({ ip }) => ip),
    person: bucket(limits.person, ({ caller }) => `${caller?.tenant}/${caller?.oid}`),
    release: bucket(limits.release, ({ body }) => {
      const { tenant, lookup } = body as { tenant: string; lookup: string };
      return `${tenant}/${lookup}`;
    }),
  };
}
