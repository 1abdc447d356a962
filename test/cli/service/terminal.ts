import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { disk } from "../../../src/cli/service/disk";
import { serviceMain } from "../../../src/cli/service/main";
import { KEY_FILES } from "../../../src/cli/service/keys";
import { good } from "../../service/configuration/settings";

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The commands on a real folder, with the settings of a real installation. */
export class Installation {
  readonly folder = mkdtempSync(path.join(tmpdir(), "sekisho-"));
  environment: Record<string, string | undefined> = {};
  now = Date.now();
  /** Of the built files only the manifest, unless a test needs the others. */
  dist = path.join(__dirname, "../../..");
  fetch: typeof globalThis.fetch = () => Promise.reject(new Error("no network"));

  at(name: string): string {
    return path.join(this.folder, name);
  }

  write(name: string, text: string): string {
    writeFileSync(this.at(name), text);
    return this.at(name);
  }

  async run(...argv: string[]): Promise<Run> {
    const out: string[] = [];
    const err: string[] = [];
    const status = await serviceMain(
      argv,
      {
        ...disk,
        out: (line) => out.push(line),
        err: (line) => err.push(line),
        clock: () => 0,
        progress: () => undefined,
        environment: this.environment,
        dist: this.dist,
        now: () => this.now,
        fetch: (...call) => this.fetch(...call),
      },
      "en",
    );
    return { status, out: out.join("\n"), err: err.join("\n") };
  }

  /** Makes keys and points the settings at them and at databases in this folder. */
  async setUp(): Promise<void> {
    const { status } = await this.run("keys", "init", this.at("keys"));
    if (status !== 0) throw new Error("keys were not made");
    const lines = readFileSync(path.join(this.at("keys"), KEY_FILES.settings), "utf8").split("\n");
    const said = lines.filter((line) => line !== "").map((line) => line.split("=", 2));
    const { SEKISHO_MASTER_SECRET, SEKISHO_KEY_SET, SEKISHO_SIGNING_KEYS, ...others } = good();
    void [SEKISHO_MASTER_SECRET, SEKISHO_KEY_SET, SEKISHO_SIGNING_KEYS];
    this.environment = {
      ...others,
      ...(Object.fromEntries(said) as Record<string, string>),
      DATABASE_URL: `file:${this.at("sekisho.db")}`,
      SEKISHO_KEY_STORE_URL: `file:${this.at("keys.db")}`,
      SEKISHO_HEADS_FILE: this.at("heads.jsonl"),
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
