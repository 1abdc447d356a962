// A second replica, to be killed. Arguments: URL of the database, of the key store, and what it does:
// "send" approves a mail and is killed while its notices go out, "hold" while it changes something.
import { writeSync } from "node:fs";
import { TENANT } from "../storage/opened";
import { approve, asked, companyAt } from "./company";
import { noticesOf } from "./replica-notices";

const [, , url = "", keyStoreUrl = "", what = ""] = process.argv;
const say = (line: string) => writeSync(1, `${line}\n`);
const forEver = () => new Promise<never>(() => setInterval(() => undefined, 1000));

async function run(): Promise<void> {
  const at = await companyAt({ name: "postgres", url, keyStoreUrl, directory: "" });
  if (what === "hold")
    await at.storage.change(TENANT, () => {
      say("holding");
      return forEver();
    });
  const shown = await asked(at);
  await approve(at, shown);
  say(`approved ${shown.id} ${shown.digest}`);
  await noticesOf(at, ({ messageId }) => {
    say(`sent ${messageId}`);
    return forEver();
  }).runOnce();
}

void run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
