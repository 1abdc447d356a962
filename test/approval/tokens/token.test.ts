import fc from "fast-check";
import { createHmac } from "node:crypto";
import { TOKEN_TYPES, type TokenCode } from "../../../src/core/sign-off";
import { signKeySet, readKeySet } from "../../../src/approval/tokens/key-set";
import { readPolicyToken, signPolicy } from "../../../src/approval/tokens/policy-token";
import { readTicket, signTicket } from "../../../src/approval/tokens/ticket";
import {
  signingInput,
  type Sign,
  type TokenRead,
  type TokenType,
} from "../../../src/approval/tokens/token";
import { parsePolicy } from "../../../src/policy/schema";
import {
  keyPair,
  keys,
  keySetClaims,
  NOW,
  policyClaims,
  policyKey,
  root,
  TENANT,
  ticketClaims,
  ticketKey,
  type KeyPair,
} from "./keys";

const LIMITS = {
  keys,
  tenant: TENANT,
  now: NOW,
  mailbox: "sales1@example.co.jp",
  serial: 0,
  bundle: 3,
  roots: [{ kid: root.kid, x: root.x }],
  parsePolicy,
};
const code = (read: TokenRead<unknown>): TokenCode | "valid" =>
  read.state === "valid" ? "valid" : read.code;
const asTicket = (token: string) => code(readTicket(token, LIMITS));
const asPolicy = (token: string) => code(readPolicyToken(token, LIMITS));
const asKeys = (token: string) => code(readKeySet(token, LIMITS));

const ticket = signTicket(ticketClaims(), ticketKey.kid, ticketKey.sign);
const policy = signPolicy(policyClaims(), policyKey.kid, policyKey.sign, parsePolicy);
const keySet = signKeySet(keySetClaims(), root.kid, root.sign);

const encode = (value: unknown): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const seal = (input: string, key: KeyPair): string =>
  `${input}.${Buffer.from(key.sign(Buffer.from(input))).toString("base64url")}`;
/** A token with any header and any claims, properly signed. */
const made = (header: unknown, claims: unknown, key: KeyPair = ticketKey): string =>
  seal(`${encode(header)}.${encode(claims)}`, key);
const claimed = (type: TokenType, key: KeyPair, claims: unknown): string =>
  seal(signingInput(type, key.kid, claims), key);
const HEADER = { alg: "EdDSA", typ: TOKEN_TYPES.ticket, kid: ticketKey.kid };

test("what the service signs is read, claim for claim", () => {
  expect(readTicket(ticket, LIMITS)).toEqual({ state: "valid", claims: ticketClaims() });
  expect(readPolicyToken(policy, LIMITS)).toEqual({ state: "valid", claims: policyClaims() });
  expect(readKeySet(keySet, LIMITS)).toEqual({ state: "valid", claims: keySetClaims() });
});

test("each type is refused in the place of another, whatever key signed it", () => {
  expect([asTicket(policy), asTicket(keySet)]).toEqual(["token/type", "token/type"]);
  expect([asPolicy(ticket), asPolicy(keySet)]).toEqual(["token/type", "token/type"]);
  expect([asKeys(ticket), asKeys(policy)]).toEqual(["token/type", "token/type"]);
  expect(asTicket(claimed("ticket", policyKey, ticketClaims()))).toBe("token/key");
  expect(asPolicy(claimed("policy", ticketKey, policyClaims()))).toBe("token/key");
  expect(asKeys(claimed("keys", ticketKey, keySetClaims()))).toBe("token/key");
});

const hs256 = `${encode({ ...HEADER, alg: "HS256" })}.${encode(ticketClaims())}`;

test.each<[what: string, token: string, code: TokenCode]>([
  [
    "alg none",
    `${encode({ ...HEADER, alg: "none" })}.${encode(ticketClaims())}.`,
    "token/algorithm",
  ],
  ["alg none, signed", made({ ...HEADER, alg: "none" }, ticketClaims()), "token/algorithm"],
  ["alg ES256", made({ ...HEADER, alg: "ES256" }, ticketClaims()), "token/algorithm"],
  ["alg eddsa", made({ ...HEADER, alg: "eddsa" }, ticketClaims()), "token/algorithm"],
  [
    "HS256 with the public key as its secret",
    `${hs256}.${createHmac("sha256", Buffer.from(ticketKey.x, "base64url")).update(hs256).digest("base64url")}`,
    "token/algorithm",
  ],
  ["another typ", made({ ...HEADER, typ: "JWT" }, ticketClaims()), "token/type"],
  ["no typ", made({ alg: "EdDSA", kid: HEADER.kid }, ticketClaims()), "token/malformed"],
  ["a crit header", made({ ...HEADER, crit: ["exp"] }, ticketClaims()), "token/malformed"],
  ["a key of its own", made({ ...HEADER, jwk: { x: "" } }, ticketClaims()), "token/malformed"],
  ["a kid that is no text", made({ ...HEADER, kid: 1 }, ticketClaims()), "token/malformed"],
  ["an unknown kid", claimed("ticket", keyPair("stranger"), ticketClaims()), "token/key"],
  [
    "a known kid over another key",
    seal(signingInput("ticket", ticketKey.kid, ticketClaims()), keyPair("stranger")),
    "token/signature",
  ],
  ["no signature", `${ticket.slice(0, ticket.lastIndexOf("."))}.`, "token/signature"],
  ["two parts", ticket.slice(0, ticket.lastIndexOf(".")), "token/malformed"],
  ["four parts", `${ticket}.AAAA`, "token/malformed"],
  ["white space at the end", `${ticket}\n`, "token/malformed"],
  ["padding", `${ticket}==`, "token/malformed"],
  ["nothing", "", "token/malformed"],
  ["a list as header", made([], ticketClaims()), "token/malformed"],
  [
    "a header that is no JSON",
    seal(`${encode("{")}.${encode(ticketClaims())}`, ticketKey),
    "token/malformed",
  ],
  [
    "claims that are no JSON",
    seal(`${encode(HEADER)}.${encode("{")}`, ticketKey),
    "token/malformed",
  ],
  [
    "claims that are no UTF-8",
    seal(`${encode(HEADER)}.${Buffer.from([0x22, 0xff, 0x22]).toString("base64url")}`, ticketKey),
    "token/malformed",
  ],
])("%s is refused", (_, token, expected) => {
  expect(asTicket(token)).toBe(expected);
});

const without = (claims: object, name: string): unknown =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const WRONG: readonly unknown[] = [null, true, -1, 1.5, 1e300, "", "x", [], [1], {}, { x: 1 }];

/** Types for which some of `WRONG` is right. */
const isRight = (value: unknown, wrong: unknown): boolean =>
  (typeof value === "string" && wrong === "x") || (Array.isArray(value) && Array.isArray(wrong));

const none: Sign = () => new Uint8Array(64);

test.each<[TokenType, KeyPair, object, (token: string) => string, (claims: never) => string]>([
  ["ticket", ticketKey, ticketClaims(), asTicket, (claims) => signTicket(claims, "k", none)],
  [
    "policy",
    policyKey,
    policyClaims(),
    asPolicy,
    (claims) => signPolicy(claims, "k", none, parsePolicy),
  ],
  ["keys", root, keySetClaims(), asKeys, (claims) => signKeySet(claims, "k", none)],
])("a %s with a missing, unknown or mistyped claim is refused", (type, key, claims, read, sign) => {
  expect(read(claimed(type, key, claims))).toBe("valid");
  expect(read(claimed(type, key, { ...claims, more: 1 }))).toBe("token/malformed");
  expect(() => sign(claims as never)).not.toThrow();
  for (const [name, value] of Object.entries(claims)) {
    expect([name, read(claimed(type, key, without(claims, name)))]).toEqual([
      name,
      "token/malformed",
    ]);
    // Reading and signing take claims by the same description; signing is quicker to ask.
    for (const wrong of WRONG.filter((each) => !isRight(value, each)))
      expect(() => sign({ ...claims, [name]: wrong } as never)).toThrow();
  }
});

test.each<[string, Parameters<typeof ticketClaims>[0]]>([
  ["lives longer than a day", { iat: NOW, exp: NOW + 24 * 3600 + 1 }],
  ["ends before it begins", { iat: NOW, exp: NOW }],
  ["is enough offline after its end", { offlineUntil: NOW + 3601 }],
  ["has no approver", { approvers: [] }],
  ["counts one approver twice", { approvers: ["p", "p"] }],
  ["covers an unknown rule", { covers: ["all" as never] }],
  ["has no 128 bits of id", { jti: "short" }],
  ["has a digest in capitals", { digest: "A".repeat(64) }],
  ["lacks a field", { fields: { to: "a".repeat(64) } }],
])("a ticket that %s is neither signed nor read", (_, over) => {
  expect(() => signTicket(ticketClaims(over), ticketKey.kid, ticketKey.sign)).toThrow();
  expect(asTicket(claimed("ticket", ticketKey, ticketClaims(over)))).toBe("token/malformed");
});

test.each<[string, number, TokenCode | "valid"]>([
  ["two minutes before its issue", NOW - 10 - 120, "valid"],
  ["earlier", NOW - 10 - 121, "token/not-yet"],
  ["in its last second", NOW + 3599, "valid"],
  ["at its end", NOW + 3600, "token/expired"],
  ["by a clock that does not say", NaN, "token/expired"],
])("every token %s", (_, now, expected) => {
  const at = { ...LIMITS, now };
  expect(code(readTicket(ticket, at))).toBe(expected);
  expect(code(readPolicyToken(policy, at))).toBe(expected);
  expect(code(readKeySet(keySet, at))).toBe(expected);
});

test("a ticket or policy of another tenant is refused", () => {
  const foreign = { ...LIMITS, tenant: "22222222-2222-3333-4444-555555555555" };
  expect(code(readTicket(ticket, foreign))).toBe("token/tenant");
  expect(code(readPolicyToken(policy, foreign))).toBe("token/tenant");
});

test.each<[string, object, TokenCode | "valid"]>([
  ["of another mailbox", { mailbox: "store@example.co.jp" }, "token/mailbox"],
  ["with the greatest serial seen", { serial: 7 }, "valid"],
  ["below the greatest serial seen", { serial: 8 }, "token/serial"],
  ["for newer bundles", { bundle: 2 }, "token/bundle"],
])("a policy %s", (_, limits, expected) => {
  expect(code(readPolicyToken(policy, { ...LIMITS, ...limits }))).toBe(expected);
});

test("a policy lives for seven days at most, and holds data of the schema alone", () => {
  const long = policyClaims({ iat: NOW, notAfter: NOW + 7 * 24 * 3600 + 1 });
  expect(asPolicy(claimed("policy", policyKey, long))).toBe("token/malformed");
  const { policy: data } = policyClaims();
  for (const other of [{ ...data, individual: "nothing" }, { ...data, more: 1 }, {}]) {
    const claims = { ...policyClaims(), policy: other };
    expect(asPolicy(claimed("policy", policyKey, claims))).toBe("token/malformed");
  }
});

describe("key sets", () => {
  const rotated = keyPair("ticket-2");
  const next = { kid: rotated.kid, use: "ticket" as const, x: rotated.x };

  test("an older one than was seen is refused", () => {
    expect(code(readKeySet(keySet, { ...LIMITS, serial: 5 }))).toBe("valid");
    expect(code(readKeySet(keySet, { ...LIMITS, serial: 6 }))).toBe("token/serial");
  });

  test("one by anybody but the root is refused", () => {
    const impostor = { ...keyPair("stranger"), kid: root.kid };
    expect(asKeys(signKeySet(keySetClaims(), root.kid, impostor.sign))).toBe("token/signature");
    expect(asKeys(signKeySet(keySetClaims(), "stranger", impostor.sign))).toBe("token/key");
  });

  test("two keys under one id, or a key that is none, are refused", () => {
    const twice = [...keys, { ...next, kid: ticketKey.kid }];
    const short = [{ ...next, x: next.x.slice(1) }];
    for (const wrong of [twice, short]) {
      const token = claimed("keys", root, keySetClaims({ keys: wrong }));
      expect(asKeys(token)).toBe("token/malformed");
    }
  });

  test("after a rotation old tickets live until their key is left out", () => {
    const renewed = signTicket(ticketClaims(), rotated.kid, rotated.sign);
    expect(asTicket(renewed)).toBe("token/key");
    const both = { ...LIMITS, keys: [...keys, next] };
    expect(code(readTicket(renewed, both))).toBe("valid");
    expect(code(readTicket(ticket, both))).toBe("valid");
    expect(code(readTicket(ticket, { ...LIMITS, keys: [next] }))).toBe("token/key");
  });
});

describe("one spelling", () => {
  const body = ticket.slice(0, ticket.lastIndexOf("."));
  const signature = Buffer.from(ticket.slice(body.length + 1), "base64url");
  const L = 2n ** 252n + 27742317777372353535851937790883648493n;

  test("S + L stands for the same signature to the library, and is refused", () => {
    const scalar = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString("hex")}`);
    const twin = Buffer.from((scalar + L).toString(16).padStart(64, "0"), "hex").reverse();
    const malleable = Buffer.concat([signature.subarray(0, 32), twin]);
    expect(asTicket(`${body}.${malleable.toString("base64url")}`)).toBe("token/signature");
  });

  test("bits behind the last byte of the signature are refused", () => {
    const last = ticket.slice(-1);
    const others = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].filter(
      (each) => each !== last,
    );
    for (const other of others) expect(asTicket(ticket.slice(0, -1) + other)).not.toBe("valid");
    const sameBytes = others.filter((each) =>
      Buffer.from(ticket.slice(body.length + 1, -1) + each, "base64url").equals(signature),
    );
    expect(sameBytes.length).toBeGreaterThan(0);
    for (const other of sameBytes)
      expect(asTicket(ticket.slice(0, -1) + other)).toBe("token/malformed");
  });

  test("any one bit changed anywhere is refused", () => {
    for (const [token, read] of [
      [ticket, asTicket],
      [policy, asPolicy],
      [keySet, asKeys],
    ] as const) {
      fc.assert(
        fc.property(fc.nat(token.length - 1), fc.nat(7), (at, bit) => {
          const changed = String.fromCharCode(token.charCodeAt(at) ^ (1 << bit));
          return read(token.slice(0, at) + changed + token.slice(at + 1)) !== "valid";
        }),
        { numRuns: 40 },
      );
    }
  });

  test("anything cut, doubled or moved is refused", () => {
    fc.assert(
      fc.property(fc.nat(ticket.length - 1), fc.nat(ticket.length), (from, to) => {
        const cut = ticket.slice(0, Math.min(from, to)) + ticket.slice(Math.max(from, to));
        return cut === ticket || asTicket(cut) !== "valid";
      }),
      { numRuns: 40 },
    );
  });
});
