import { signKeySet } from "../../src/approval/tokens/key-set";
import { signPolicy } from "../../src/approval/tokens/policy-token";
import type { KeySetClaims, PolicyClaims } from "../../src/core/sign-off";
import { createCall } from "../../src/outlook/call";
import { composeHandler } from "../../src/outlook/compose-handler";
import { createOpening } from "../../src/outlook/opening";
import { endsSoon, policyBy, readPolicyInForce } from "../../src/outlook/policy-in-force";
import { takePolicy } from "../../src/outlook/refresh-policy";
import { readRoamingPolicy } from "../../src/outlook/signed-policy";
import { strictPolicy } from "../../src/policy/default";
import { parsePolicy } from "../../src/policy/schema";
import { keyPair, keys, policyKey, root, ticketKey } from "../approval/tokens/keys";
import { configure, inside, pause, quotation, until } from "../pane/sender";
import { ServiceDouble, TENANT, TOKEN } from "../pane/service-double";
import type { MailboxDouble } from "./mailbox-double";
import { installOffice } from "./office-double";

const NOW = 1_800_000_000;
const MAILBOX = "yamada@dealer.example.jp";
const DAY = 86_400;

const keySet = (more: Partial<KeySetClaims> = {}, key = root): string =>
  signKeySet({ serial: 5, keys, iat: NOW - DAY, exp: NOW + DAY, ...more }, key.kid, key.sign);

const policy = (more: Partial<PolicyClaims> = {}, key = policyKey): string =>
  signPolicy(
    {
      tenant: TENANT,
      person: "p-1",
      mailbox: MAILBOX,
      unit: "u-1",
      role: "manager",
      policy: { ...strictPolicy, serial: 7 },
      lookupKey: "A".repeat(43),
      iat: NOW - DAY,
      notAfter: NOW + 5 * DAY,
      minBundle: 1,
      ...more,
    },
    key.kid,
    key.sign,
    parsePolicy,
  );

const CONFIGURATION = {
  origin: "https://sekisho.example.com",
  tenant: TENANT,
  domains: [],
  rootKey: root.x,
  keys: keySet(),
  authority: "",
  clientId: "",
  scope: "",
};
const limits = {
  configured: CONFIGURATION,
  mailbox: MAILBOX,
  seen: { now: 0, policySerial: 0, keysSerial: 0 },
  now: NOW,
};
const held = (own = policy(), set = keySet()) => ({ policy: own, keys: set });
const seen = (more: Partial<typeof limits.seen>) => ({
  ...limits,
  seen: { ...limits.seen, ...more },
});
const otherRoot = keyPair("root of somebody else");

test("root, key set, policy: each by the one before", () => {
  expect(policyBy(held(), limits)).toMatchObject({
    role: "manager",
    policy: { serial: 7 },
    keysSerial: 5,
    problem: null,
  });
});

const REFUSED: readonly [string, Parameters<typeof policyBy>, string][] = [
  ["nothing", [null, limits], "no-policy"],
  ["damaged", [held("x.y.z"), limits], "no-policy"],
  ["another tenant", [held(policy({ tenant: "t-2" })), limits], "no-policy"],
  ["another mailbox", [held(policy({ mailbox: "a@b.jp" })), limits], "no-policy"],
  ["ended", [held(policy({ notAfter: NOW })), limits], "policy-ended"],
  ["not yet", [held(policy({ iat: NOW + 3600 })), limits], "no-policy"],
  ["older than one seen before", [held(), seen({ policySerial: 8 })], "no-policy"],
  ["for newer bundles only", [held(policy({ minBundle: 1_000 })), limits], "too-old"],
  ["signed by the tickets' key", [held(policy({}, ticketKey)), limits], "no-policy"],
  ["signed by an unknown key", [held(policy({}, keyPair("x"))), limits], "no-policy"],
  [
    "keys by another root",
    [
      held(policy(), keySet({}, otherRoot)),
      { ...limits, configured: { ...CONFIGURATION, keys: "" } },
    ],
    "no-policy",
  ],
  ["keys older than ones seen before", [held(), seen({ keysSerial: 6 })], "no-policy"],
  [
    "keys that ended",
    [
      held(policy(), keySet({ exp: NOW })),
      { ...limits, configured: { ...CONFIGURATION, keys: "" } },
    ],
    "no-policy",
  ],
  [
    "its key left out of newer keys",
    [
      held(),
      {
        ...limits,
        configured: { ...CONFIGURATION, keys: keySet({ serial: 6, keys: keys.slice(0, 1) }) },
      },
    ],
    "no-policy",
  ],
];
test.each(REFUSED)("%s: the strict default as staff", (_, given, problem) => {
  expect(policyBy(...given)).toMatchObject({
    role: "staff",
    policy: strictPolicy,
    claims: null,
    problem,
  });
});

test.each([
  [3 * DAY, false],
  [2 * DAY, false],
  [2 * DAY - 1, true],
  [1, true],
])("ends in %d s: told %s", (left, told) => {
  const inForce = policyBy(held(policy({ iat: NOW - DAY, notAfter: NOW + left })), limits);
  expect(endsSoon(inForce, NOW * 1000)).toBe(told);
});

test("one that has ended is told, one that never was is not", () => {
  expect(endsSoon(policyBy(held(policy({ notAfter: NOW })), limits), NOW * 1000)).toBe(true);
  expect(endsSoon(policyBy(null, limits), NOW * 1000)).toBe(false);
});

describe("kept", () => {
  beforeEach(() => configure(CONFIGURATION));
  afterEach(() => configure(null));
  const signed = { ...held(), now: NOW };
  const take = (mailbox: MailboxDouble, own = signed) =>
    takePolicy(createCall(), installOffice({ mailbox }), MAILBOX, own, NOW * 1000);
  const read = (mailbox: MailboxDouble) =>
    readPolicyInForce(createCall(), installOffice({ mailbox }), MAILBOX, NOW * 1000);

  test("for this mail and the next one", async () => {
    const first = inside();
    expect((await take(first)).claims?.role).toBe("manager");
    expect((await read(first)).claims?.role).toBe("manager");
    const next = inside();
    next.roaming = first.roaming;
    expect((await read(next)).claims?.role).toBe("manager");
    expect((await read(inside())).problem).toBe("no-policy");
  });

  test("one that does not hold never takes the place of one that does", async () => {
    const mailbox = inside();
    await take(mailbox);
    const ended = { ...signed, policy: policy({ notAfter: NOW }) };
    expect((await take(mailbox, ended)).problem).toBe("policy-ended");
    expect((await read(mailbox)).problem).toBeNull();
  });

  test("an older one that is put back is refused", async () => {
    const mailbox = inside();
    const old = { ...signed, policy: policy({ policy: { ...strictPolicy, serial: 6 } }) };
    await take(mailbox, old);
    const before = mailbox.sessionData.get("sekisho.policy") ?? "";
    await take(mailbox);
    mailbox.sessionData.set("sekisho.policy", before);
    expect((await read(mailbox)).policy.serial).toBe(7);
    mailbox.roaming.delete("sekisho.policies");
    expect((await read(mailbox)).problem).toBe("no-policy");
  });

  test("three mailboxes; the one longest unused goes", async () => {
    const mailbox = inside();
    const item = installOffice({ mailbox });
    for (const each of ["a@b.jp", "c@d.jp", "e@f.jp", "g@h.jp"])
      await takePolicy(
        createCall(),
        item,
        each,
        { ...signed, policy: policy({ mailbox: each }) },
        NOW * 1000,
      );
    expect(readRoamingPolicy("a@b.jp")).toBeNull();
    expect(readRoamingPolicy("c@d.jp")).not.toBeNull();
    expect(mailbox.roaming.get("sekisho.policies")?.length).toBeLessThan(16_000);
  });

  test.each(["sekisho.policy", "sekisho.seen"])(
    "anything else under %s is nothing",
    async (key) => {
      for (const text of ["", "null", "7", "[]", "{}", '["x"]', "[1,2]", "["]) {
        const mailbox = inside();
        mailbox.sessionData.set(key, text);
        mailbox.roaming.set("sekisho.policies", text);
        expect((await read(mailbox)).problem).toBe("no-policy");
      }
    },
  );
});

describe("where a mail opens", () => {
  const service = new ServiceDouble();
  beforeAll(() => service.start());
  afterAll(() => service.stop());
  afterEach(() => configure(null));

  async function opens(mailbox: MailboxDouble): Promise<void> {
    configure(service.configuration);
    installOffice({ mailbox });
    service.calls.length = 0;
    let ended = 0;
    void composeHandler({
      call: createCall(),
      clock: Date.now,
      watchdog: 60_000,
      opening: createOpening(),
    })({ completed: () => void ended++ });
    await until(() => ended === 1);
  }

  test("a silent token brings the policy, once a day", async () => {
    const mailbox = quotation({ token: TOKEN });
    await opens(mailbox);
    expect(service.calls).toEqual(["GET /api/policy"]);
    expect(mailbox.calls).toContainEqual(
      expect.objectContaining({
        name: "auth.token",
        params: { allowSignInPrompt: false, allowConsentPrompt: false },
      }),
    );
    expect(mailbox.sessionData.has("sekisho.policy")).toBe(true);
    await opens(mailbox);
    expect(service.calls).toEqual([]);
  });

  test.each([
    ["no token", quotation({ token: 13012 }), null],
    ["no service", quotation(), "refuse" as const],
    ["a refusal", quotation(), "403" as const],
  ])("%s: nothing is kept and the mail opens", async (_, mailbox, cut) => {
    service.cut = () => cut;
    await opens(mailbox);
    service.cut = () => null;
    expect(mailbox.sessionData.has("sekisho.policy")).toBe(false);
    await pause(1);
  });
});
