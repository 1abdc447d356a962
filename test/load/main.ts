import { fork, type ChildProcess } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
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
  const busyBefore = busy();
  const place = await setUp(people);
  const child = fork(__filename, ["service", dist], {
    env: { ...process.env, ...place.environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
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
    child.send("stop");
    const { cpuSeconds } = await told<{ cpuSeconds: number }>(child);
    const calls = report.all.calls + report.flood.calls;
    // Holds on a busy machine too, where times do not.
    const cpuMsPerCall = Math.round((cpuSeconds * 10_000) / calls) / 10;
    // The generator runs on the same cores as the service.
    const machine = { cores: availableParallelism(), busyBefore, busyAfter: busy() };
    console.log(JSON.stringify({ ...report, cpuMsPerCall, machine }));
    const isGood = report.lost === 0 && report.failed === 0 && report.flood.refused > 0;
    process.exitCode = isGood ? 0 : 1;
  } finally {
    if (child.connected) child.kill();
    if (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve));
    place.remove();
  }
}

/** Programmes that ran or waited for a core, a minute's mean. */
const busy = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

const told = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`the service ended: ${code}`)));
  });

void (mode === "service" ? runService(dist) : generate()).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
