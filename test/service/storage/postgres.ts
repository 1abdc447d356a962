import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** The process whose end is the end of the run: Jest's own, whether or not this is a worker of it. */
const run = process.send ? process.ppid : process.pid;

/**
 * "durable" writes to disk at each commit, as in production; "fast" leaves that out; "stoppable" is
 * one that nobody else uses.
 */
export type ServerKind = "durable" | "fast" | "stoppable";

const directoryOf = (kind: ServerKind): string =>
  path.join(tmpdir(), `sekisho-postgres-${run}-${kind}`);

/** The run's one server, started by whoever asks first. */
async function port(kind: ServerKind): Promise<number> {
  const directory = directoryOf(kind);
  const file = path.join(directory, "port");
  if (!existsSync(directory)) start(directory, kind);
  for (let tries = 0; tries < 600; tries++) {
    if (existsSync(file)) return Number(readFileSync(file, "utf8"));
    const failed = path.join(directory, "failed");
    if (existsSync(failed)) throw new Error(readFileSync(failed, "utf8"));
    await sleep(50);
  }
  throw new Error("PostgreSQL did not start");
}

function start(directory: string, kind: ServerKind): void {
  try {
    mkdirSync(directory, { mode: 0o755 });
  } catch {
    return; // Another worker was first.
  }
  const keeper = path.join(__dirname, "postgres-server.mjs");
  spawn(process.execPath, [keeper, directory, String(run), kind], {
    detached: true,
    stdio: "ignore",
  }).unref();
}

/** Stops the stoppable server, or starts it again; resolves once it is so. */
export async function setRunning(isRunning: boolean): Promise<void> {
  const at = (name: string) => path.join(directoryOf("stoppable"), name);
  if (isRunning) rmSync(at("stop"));
  else writeFileSync(at("stop"), "");
  for (let tries = 0; existsSync(at("stopped")) === isRunning; tries++) {
    if (tries > 600) throw new Error("PostgreSQL did not change");
    await sleep(50);
  }
}

/** An empty database of its own; answers its URL. */
export async function newPostgresDatabase(kind: ServerKind = "fast"): Promise<string> {
  const origin = `postgres://postgres:postgres@127.0.0.1:${await port(kind)}`;
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onPostgres(`${origin}/postgres`, (client) => client.query(`create database ${name}`));
  return `${origin}/${name}`;
}

export async function onPostgres<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
