import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(__dirname, "../..");
const built = path.join(root, "dist/launchevent.js");

function newestIn(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true }).map((each) => {
    const file = path.join(folder, each.name);
    return each.isDirectory() ? newestIn(file) : statSync(file).mtimeMs;
  });
  return Math.max(0, ...times);
}

const isCurrent = (): boolean =>
  existsSync(built) && statSync(built).mtimeMs > newestIn(path.join(root, "src"));

/** The real bundle: the one in dist/ where nothing changed since, else a new one. */
export function sendBundle(): string {
  if (isCurrent()) return readFileSync(built, "utf8");
  const folder = mkdtempSync(path.join(tmpdir(), "sekisho-"));
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const given = [webpack, "--config-name", "launchevent", "--output-path", folder];
  execFileSync(process.execPath, given, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  return readFileSync(path.join(folder, "launchevent.js"), "utf8");
}
