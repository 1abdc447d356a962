import { fork, type ChildProcess } from "node:child_process";
import { runLoad } from "./run";
import { runService } from "./service";
import { setUp } from "./set-up";

const [mode, dist = "dist", ...args] = process.argv.slice(2);
const option = (name: string, otherwise: number): number => {
  const given = args.find((each) => each.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.split("=")[1]);
};

async function generate(): Promise<void> {
  const people = option("people", 1200);
  const place = await setUp(people);
  const child = fork(__filename, ["service", dist], {
    env: { ...process.env, ...place.environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: process.env["SEKISHO_PROFILE"]
      ? ["--cpu-prof", `--cpu-prof-dir=${process.env["SEKISHO_PROFILE"]}`]
      : [],
  });
  try {
    const { origin, key } = await told<{ origin: string; key: string }>(child);
    const report = await runLoad({
      origin,
      key,
      people,
      seconds: option("seconds", 60),
      perSecond: option("rate", 100),
    });
    console.log(JSON.stringify(report));
    const isGood = report.lost === 0 && report.failed === 0 && report.flood.refused > 0;
    process.exitCode = isGood ? 0 : 1;
  } finally {
    child.send("stop");
    await new Promise((resolve) => child.once("exit", resolve));
    place.remove();
  }
}

const told = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`the service ended: ${code}`)));
  });

void (mode === "service" ? runService(dist) : generate()).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
