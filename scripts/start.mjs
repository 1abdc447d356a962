// The demo: installs, builds, serves the simulated Outlook and opens it in the default browser.
import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "./build.mjs";
import { root } from "./root.mjs";

const OPENERS = { darwin: ["open"], win32: ["cmd", "/c", "start", ""], linux: ["xdg-open"] };

function openBrowser(address) {
  const [command, ...args] = OPENERS[process.platform] ?? [];
  const noScreen =
    process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (!command || noScreen || process.env.CI || process.argv.includes("--no-open")) return;
  const opener = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  opener.on("error", () => undefined); // No browser to open: the address is printed anyway.
  opener.unref();
}

const welcome = (address) => `
  関所のデモ / Sekisho demo

    ${address}

  はじめに一度だけ、ブラウザーが証明書の警告を出します。このデモが自分で作った
  証明書のためです。「詳細設定」→「localhost にアクセスする」で進んでください。
  The browser warns once about the certificate, which this demo made by itself:
  choose "Advanced", then "Proceed to localhost".

  終わるときは Ctrl+C / Ctrl+C ends it.
`;

await build();
const server = spawn(process.execPath, [path.join(root, "dist/demo-server.js")], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
});
createInterface({ input: server.stdout }).once("line", (line) => {
  const { address } = JSON.parse(line);
  console.log(welcome(address));
  openBrowser(address);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
