// The service: builds what is not built and runs it with the settings of the environment
// (docs/configuration.md).
import { spawn } from "node:child_process";
import path from "node:path";
import { build } from "./build.mjs";
import { root } from "./root.mjs";

await build();
const server = spawn(process.execPath, [path.join(root, "dist/server.js")], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGTERM" ? 0 : 1)));
