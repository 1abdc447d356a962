// Asks, approves and releases one mail after the other, and says so when each is answered, until it
// is killed. Arguments: URL of the database, of the key store, a name for its items.
import { writeSync } from "node:fs";
import { newId } from "../../../src/service/desk/refs";
import { approve, asked, companyAt, sending } from "./company";
import { release } from "./road";

const [, , url = "", keyStoreUrl = "", lane = ""] = process.argv;
const say = (line: string) => writeSync(1, `${line}\n`);

async function run(): Promise<void> {
  const at = await companyAt({ name: "sqlite", url, keyStoreUrl, directory: "" });
  at.clock.now = Date.now();
  say("ready");
  for (;;) {
    at.clock.now = Date.now();
    const shown = await asked(at, sending({ item: lane, subject: newId() }, 1));
    await approve(at, shown);
    say(`approved ${shown.id}`);
    const nonce = newId();
    await Promise.allSettled([
      release(at, shown.digest, nonce, null, lane),
      release(at, shown.digest, newId(), null, lane),
    ]);
    say(`released ${shown.id}`);
  }
}

void run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
