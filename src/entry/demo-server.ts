import path from "node:path";
import { startDemo } from "../simulator/server/demo";
import { DEFAULT_PORT } from "../simulator/server/demo-server";

/** `npm start` reads the one line that this prints, and shows the address to people. */
async function main(): Promise<void> {
  const demo = await startDemo({
    port: Number(process.env["PORT"] ?? DEFAULT_PORT),
    dist: path.dirname(path.resolve(process.argv[1] ?? "dist/demo-server.js")),
    keep: process.argv.includes("--keep"),
  });
  console.log(JSON.stringify({ address: `${demo.origin}/` }));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void demo.close());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
