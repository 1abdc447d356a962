import path from "node:path";
import { DEFAULT_PORT, startDemoServer } from "../simulator/server/demo-server";

/** `npm start` reads the one line that this prints, and shows the address to people. */
async function main(): Promise<void> {
  const server = await startDemoServer({
    port: Number(process.env["PORT"] ?? DEFAULT_PORT),
    dist: path.dirname(path.resolve(process.argv[1] ?? "dist/demo-server.js")),
  });
  console.log(JSON.stringify({ address: `${server.origin}/` }));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.close());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
