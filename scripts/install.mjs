// Installs the packages of package-lock.json when node_modules does not hold exactly them.
// Plain Node: runs before anything else is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

const MINIMUM = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return;
  console.error(
    `Node ${MINIMUM.join(".")} 以上が必要です（今は ${process.versions.node}）。https://nodejs.org/\n` +
      `Node ${MINIMUM.join(".")} or newer is needed (this is ${process.versions.node}).`,
  );
  process.exit(1);
}

/** npm as the file that runs now, so that no shell is needed on Windows either. */
function npm(args) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, stdio: "inherit" };
  return script
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/** What npm itself noted of the last installation, so that a plain `npm ci` is not done again. */
function isWhole(lock) {
  const noted = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(noted)) return false;
  const { packages: there } = JSON.parse(readFileSync(noted, "utf8"));
  const { packages: wanted } = JSON.parse(lock);
  const isSame = ([name, { version }]) => wanted[name]?.version === version;
  const isNeeded = ([name, { optional }]) => name !== "" && !optional;
  return (
    Object.entries(there).every(isSame) &&
    Object.entries(wanted)
      .filter(isNeeded)
      .every(([name]) => there[name] !== undefined)
  );
}

export function install() {
  checkNode();
  const lock = readFileSync(path.join(root, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  const stamp = path.join(root, "node_modules/.sekisho-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (isWhole(lock)) return writeFileSync(stamp, wanted);
  console.log(
    "パッケージを入れています（初回だけ、1–2 分） / installing packages (first time only)",
  );
  const { status } = npm(["ci", "--no-audit", "--no-fund"]);
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, wanted);
}
