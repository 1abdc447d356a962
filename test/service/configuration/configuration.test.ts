import { readConfiguration } from "../../../src/service/configuration/configuration";
import { DEMO_TENANT } from "../../../src/service/configuration/demo-marks";
import { isLoopback } from "../../../src/service/configuration/origins";
import { SETTING_PROBLEMS } from "../../../src/service/configuration/problem";
import { configurationTexts } from "../../../src/locales/configuration";
import { good, keySetOf } from "./settings";

type Over = Readonly<Record<string, string | undefined>>;

const FILES: Readonly<Record<string, string>> = { "/secrets/database": " postgres://u:p@db/s \n" };

const readFile = (file: string): string => {
  const text = FILES[file];
  if (text === undefined) throw new Error("ENOENT");
  return text;
};

const badOf = (over: Over): string[] => {
  const read = readConfiguration({ ...good(), ...over }, readFile);
  return read.ok ? [] : read.bad.map(({ code, variable }) => `${variable}: ${code}`);
};

const configurationOf = (over: Over = {}) => {
  const read = readConfiguration({ ...good(), ...over }, readFile);
  if (!read.ok) throw new Error(JSON.stringify(read.bad));
  return read.configuration;
};

test("what is needed, and what stands where nothing is said", () => {
  const { site, identity, storage, notices } = configurationOf();
  expect(identity).toMatchObject({
    issuer: "https://login.microsoftonline.com/{tenant}/v2.0",
    scope: "access_as_user",
    fullScope: `api://${identity.audience}/access_as_user`,
    clientId: identity.audience,
    authority: `https://login.microsoftonline.com/${identity.tenants[0]}`,
  });
  expect(String(identity.keysAddress)).toBe(
    "https://login.microsoftonline.com/common/discovery/v2.0/keys",
  );
  expect(site.listen).toEqual({ host: "127.0.0.1", port: 8080 });
  expect(storage.masterSecret).toHaveLength(32);
  expect(notices).toEqual({ mail: null, graph: null });
});

test("when a company works", () => {
  const company = configurationOf({
    SEKISHO_OPENING_HOURS: "10:30-19:00",
    SEKISHO_BUSINESS_DAYS: "0,2-6",
    SEKISHO_HOLIDAYS: "2026-01-01 2026-01-02",
    SEKISHO_OFFLINE_MINUTES: "0",
    SEKISHO_CARRY_OVER: "0",
  }).company;
  expect(company).toMatchObject({
    hours: { opens: 630, closes: 1140, days: [0, 2, 3, 4, 5, 6], offsetMinutes: 540 },
    offlineSeconds: 0,
    carryOver: false,
  });
  expect(company.hours.holidays).toEqual(["2026-01-01", "2026-01-02"]);
  expect(configurationOf().company).toMatchObject({ offlineSeconds: 3600, carryOver: true });
});

test("secrets may lie in files", () => {
  const over = { DATABASE_URL: undefined, DATABASE_URL_FILE: "/secrets/database" };
  expect(configurationOf(over).storage.url).toBe("postgres://u:p@db/s");
});

const REFUSED: readonly [Over, string][] = [
  [{ SEKISHO_TENANTS: "" }, "SEKISHO_TENANTS: empty-tenants"],
  [{ SEKISHO_TENANTS: undefined }, "SEKISHO_TENANTS: empty-tenants"],
  [{ SEKISHO_TENANTS: " , " }, "SEKISHO_TENANTS: empty-tenants"],
  [{ SEKISHO_TENANTS: "*" }, "SEKISHO_TENANTS: not-guid"],
  [{ SEKISHO_TENANTS: "common" }, "SEKISHO_TENANTS: not-guid"],
  [{ SEKISHO_TENANTS: DEMO_TENANT }, "SEKISHO_TENANTS: demo-tenant"],
  [{ SEKISHO_ISSUER: "https://localhost:3443/x" }, "SEKISHO_ISSUER: demo-issuer"],
  [{ SEKISHO_ISSUER: "https://127.0.0.1/x" }, "SEKISHO_ISSUER: demo-issuer"],
  [{ SEKISHO_ISSUER: "https://a.example/sekisho-demo" }, "SEKISHO_ISSUER: demo-issuer"],
  [{ SEKISHO_ISSUER: "http://issuer.example/" }, "SEKISHO_ISSUER: not-address"],
  [{ SEKISHO_ISSUER: "none" }, "SEKISHO_ISSUER: not-address"],
  [{ SEKISHO_AUTHORITY: "https://localhost/sekisho-demo" }, "SEKISHO_AUTHORITY: demo-issuer"],
  [{ SEKISHO_JWKS: "http://keys.example/keys" }, "SEKISHO_JWKS: not-address"],
  [{ SEKISHO_JWKS: "https://localhost/keys" }, "SEKISHO_JWKS: loopback"],
  [{ SEKISHO_JWKS: "https://127.1.2.3/keys" }, "SEKISHO_JWKS: loopback"],
  [{ SEKISHO_JWKS: "https://[::1]/keys" }, "SEKISHO_JWKS: loopback"],
  [{ SEKISHO_JWKS: "https://[::ffff:127.0.0.1]/keys" }, "SEKISHO_JWKS: loopback"],
  [{ SEKISHO_JWKS: "https://2130706433/keys" }, "SEKISHO_JWKS: loopback"],
  [{ SEKISHO_JWKS: "https://u:p@keys.example/keys" }, "SEKISHO_JWKS: not-address"],
  [{ SEKISHO_KEY_SET: keySetOf("demo-ticket") }, "SEKISHO_KEY_SET: demo-keys"],
  [{ SEKISHO_KEY_SET: keySetOf("ticket-1", "demo-root") }, "SEKISHO_KEY_SET: demo-keys"],
  [{ SEKISHO_SIGNING_KEYS: '{"ticket":"t","policy":"p"}' }, "SEKISHO_SIGNING_KEYS: not-key"],
  [{ SEKISHO_KEY_SET: "a.b" }, "SEKISHO_KEY_SET: not-key"],
  [{ SEKISHO_SIGNING_KEYS: "{" }, "SEKISHO_SIGNING_KEYS: not-key"],
  [{ SEKISHO_ROOT_KEY: "short" }, "SEKISHO_ROOT_KEY: not-key"],
  [{ SEKISHO_MASTER_SECRET: "password" }, "SEKISHO_MASTER_SECRET: not-secret"],
  [{ SEKISHO_MASTER_SECRET: undefined }, "SEKISHO_MASTER_SECRET: missing"],
  [{ SEKISHO_MASTER_SECRET_FILE: "/x" }, "SEKISHO_MASTER_SECRET: both-given"],
  [
    { SEKISHO_MASTER_SECRET: undefined, SEKISHO_MASTER_SECRET_FILE: "/x" },
    "SEKISHO_MASTER_SECRET_FILE: unreadable-file",
  ],
  [{ DATABASE_URL: "mysql://x/y" }, "DATABASE_URL: not-database"],
  [{ SEKISHO_KEY_STORE_URL: good().DATABASE_URL }, "SEKISHO_KEY_STORE_URL: same-database"],
  [{ SEKISHO_HEADS_FILE: undefined }, "SEKISHO_HEADS_FILE: missing"],
  [{ SEKISHO_ORIGIN: "https://a.example/" }, ""],
  [{ SEKISHO_ORIGIN: "http://a.example" }, "SEKISHO_ORIGIN: not-origin"],
  [{ SEKISHO_ORIGIN: "https://a.example/path" }, "SEKISHO_ORIGIN: not-origin"],
  [{ SEKISHO_CONTENT_ORIGIN: good().SEKISHO_ORIGIN }, "SEKISHO_CONTENT_ORIGIN: same-origin"],
  [
    { SEKISHO_CONTENT_ORIGIN: `${good().SEKISHO_ORIGIN}:8443` },
    "SEKISHO_CONTENT_ORIGIN: same-origin",
  ],
  [{ SEKISHO_FRAME_ANCESTORS: "*" }, "SEKISHO_FRAME_ANCESTORS: not-origin"],
  [{ SEKISHO_ADDIN_ORIGINS: "https://*.example" }, "SEKISHO_ADDIN_ORIGINS: not-origin"],
  [{ SEKISHO_LISTEN: "8080" }, "SEKISHO_LISTEN: not-listen"],
  [{ SEKISHO_LISTEN: "0.0.0.0:70000" }, "SEKISHO_LISTEN: not-listen"],
  [{ SEKISHO_TRUST_PROXY: "true" }, "SEKISHO_TRUST_PROXY: not-list"],
  [{ SEKISHO_TRUST_PROXY: "1" }, "SEKISHO_TRUST_PROXY: not-list"],
  [{ SEKISHO_DOMAINS: "co" }, "SEKISHO_DOMAINS: not-list"],
  [{ SEKISHO_LOG_LEVEL: "trace" }, "SEKISHO_LOG_LEVEL: not-level"],
  [{ SEKISHO_METRICS_TOKEN: "short" }, "SEKISHO_METRICS_TOKEN: not-secret"],
  [{ SEKISHO_OPENING_HOURS: "18:00-09:00" }, "SEKISHO_OPENING_HOURS: not-hours"],
  [{ SEKISHO_OPENING_HOURS: "9-18" }, "SEKISHO_OPENING_HOURS: not-hours"],
  [{ SEKISHO_BUSINESS_DAYS: "1-7" }, "SEKISHO_BUSINESS_DAYS: not-hours"],
  [{ SEKISHO_HOLIDAYS: "1/1" }, "SEKISHO_HOLIDAYS: not-hours"],
  [{ SEKISHO_OFFLINE_MINUTES: "1441" }, "SEKISHO_OFFLINE_MINUTES: not-number"],
  [{ SEKISHO_OFFLINE_MINUTES: "-1" }, "SEKISHO_OFFLINE_MINUTES: not-number"],
  [{ SEKISHO_MIN_BUNDLE: "1.5" }, "SEKISHO_MIN_BUNDLE: not-number"],
  [{ SEKISHO_TLS_KEY: "key" }, "SEKISHO_TLS_CERT: missing"],
  [{ SEKISHO_SMTP_URL: "smtp://mail.example" }, "SEKISHO_NOTICE_FROM: missing"],
  [
    { SEKISHO_SMTP_URL: "mail.example:25", SEKISHO_NOTICE_FROM: "a@b.example" },
    "SEKISHO_SMTP_URL: not-smtp",
  ],
  [{ SEKISHO_NOTICE_FROM: "a@b.example" }, "SEKISHO_SMTP_URL: missing"],
  [{ SEKISHO_NOTICE_FROM: "a@b.example\r\nBcc: c" }, "SEKISHO_NOTICE_FROM: not-mailbox"],
  [{ SEKISHO_GRAPH_CLIENT_ID: "x" }, "SEKISHO_GRAPH_CLIENT_SECRET: missing"],
];

test.each(REFUSED)("%j", (over, expected) => {
  expect(badOf(over)).toEqual(expected === "" ? [] : [expected]);
});

test("all bad settings are said at once", () => {
  expect(
    badOf({ SEKISHO_TENANTS: "", SEKISHO_JWKS: "http://x.example", DATABASE_URL: "" }),
  ).toEqual([
    "SEKISHO_TENANTS: empty-tenants",
    "SEKISHO_JWKS: not-address",
    "DATABASE_URL: missing",
  ]);
});

test("there is no setting that turns authentication off", () => {
  const tried = ["SEKISHO_AUTH", "SEKISHO_NO_AUTH", "NODE_ENV", "SEKISHO_DEMO", "SEKISHO_INSECURE"];
  const over = Object.fromEntries(tried.map((name) => [name, "off"]));
  expect(configurationOf(over)).toEqual(configurationOf());
});

test.each(["localhost", "LOCALHOST.", "a.localhost", "127.9.9.9", "0.0.0.0", "[::1]", "[::]"])(
  "%s is this machine",
  (host) => expect(isLoopback(host)).toBe(true),
);
test.each(["localhost.example", "128.0.0.1", "10.0.0.1", "[2001:db8::1]"])("%s is not", (host) =>
  expect(isLoopback(host)).toBe(false),
);

test("every problem has words in both languages", () => {
  for (const { problems } of Object.values(configurationTexts))
    for (const code of SETTING_PROBLEMS) expect(problems[code].length).toBeGreaterThan(10);
});
