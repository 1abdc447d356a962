import path from "node:path";
import { createClient, type ApiClient } from "../../src/api/client";
import {
  readConfiguration,
  type ServiceConfiguration,
} from "../../src/service/configuration/configuration";
import { createLogger } from "../../src/service/http/log";
import { startService, type RunningService } from "../../src/service/start";
import { Installation } from "../cli/service/terminal";
import { AUDIENCE, IdentityProvider, TENANT } from "./identity-provider";

const HEAD = "kind,id,name,unit,parent,role,oid,address,duty_pool,admin,privacy_officer,senders";
export const oidOf = (person: string): string => {
  const digits = Buffer.from(person).toString("hex").padEnd(12, "0").slice(0, 12);
  return `aaaaaaaa-0000-4000-8000-${digits}`;
};
const row = (id: string, unit: string, role: string, more = ""): string =>
  `person,${id},${id},${unit},,${role},${oidOf(id)},${id}@sekisho-motors.example,${more}`;

export const COMPANY = [
  "unit,area,東海エリア",
  "unit,store,名古屋店,,area",
  row("sato", "store", "staff"),
  row("kato", "store", "manager"),
  row("ono", "area", "manager", "yes"),
  row("mori", "area", "manager"),
  row("admin", "area", "staff", ",yes"),
];

/** The whole service as `serve` starts it, but for the issuer, which is on this machine. */
export class Running {
  readonly log: string[] = [];
  readonly installation = new Installation();
  private readonly services: RunningService[] = [];

  private constructor(readonly provider: IdentityProvider) {}

  /** `over`: settings beside those of a new installation on SQLite. */
  static async start(over: Record<string, string | undefined> = {}): Promise<Running> {
    const running = new Running(await IdentityProvider.start());
    try {
      const { installation } = running;
      await installation.setUp();
      Object.assign(installation.environment, { SEKISHO_DOMAINS: "sekisho-motors.example" }, over);
      await running.publish(COMPANY);
      await running.startOne();
      return running;
    } catch (error) {
      await running.stop();
      throw error;
    }
  }

  /** Publishes a directory as an admin does. */
  async publish(rows: readonly string[]): Promise<void> {
    const file = this.installation.write("people.csv", [HEAD, ...rows].join("\n"));
    const { status, err } = await this.installation.run("directory", "import", file);
    if (status !== 0) throw new Error(err);
  }

  /** One more replica; answers its origin. */
  async startOne(): Promise<string> {
    const service = await startService({
      configuration: this.configuration(),
      dist: path.join(__dirname, "../../dist"),
      logger: createLogger("info", { write: (line: string) => this.log.push(line) }),
      fetch,
      clock: Date.now,
    });
    this.services.push(service);
    return service.addresses[0] ?? "";
  }

  get origins(): readonly string[] {
    return this.services.map(({ addresses }) => addresses[0] ?? "");
  }

  get contentOrigins(): readonly string[] {
    return this.services.map(({ addresses }) => addresses[1] ?? "");
  }

  private configuration(): ServiceConfiguration {
    const { provider, installation } = this;
    const read = readConfiguration(installation.environment);
    if (!read.ok) throw new Error(JSON.stringify(read.bad));
    const { site, identity, ...others } = read.configuration;
    const anyPort = { host: "127.0.0.1", port: 0 };
    return {
      ...others,
      site: { ...site, listen: anyPort, contentListen: anyPort },
      identity: {
        ...identity,
        tenants: [TENANT],
        audience: AUDIENCE,
        issuer: provider.issuer,
        keysAddress: provider.keysAddress,
      },
    };
  }

  tokenOf(person: string): Promise<string> {
    const authTime = Math.floor(Date.now() / 1000);
    return this.provider.token({ oid: oidOf(person), authTime });
  }

  async clientOf(person: string, replica = 0): Promise<ApiClient> {
    const token = await this.tokenOf(person);
    const origin = this.origins[replica] ?? "";
    return createClient({ origin, token: () => Promise.resolve(token), fetch, timeout: 30_000 });
  }

  async stop(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop()));
    await this.provider.stop();
    this.installation.remove();
  }
}
