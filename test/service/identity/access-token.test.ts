import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { accessTokens, type AccessTokens } from "../../../src/service/identity/access-token";
import { SigningKeys } from "../../../src/service/identity/signing-keys";
import { AUDIENCE, IdentityProvider, TENANT, type Wanted } from "../identity-provider";

const OID = "11111111-2222-4333-8444-555555555555";
const OTHER_TENANT = "99999999-5c0e-4d5a-9a3c-2f1c5a7d9e10";

let provider: IdentityProvider;
let now: number;

beforeAll(async () => {
  provider = await IdentityProvider.start();
});
afterAll(() => provider.stop());
beforeEach(() => {
  now = Date.now();
});

const rules = () => ({
  issuer: provider.issuer.replace(TENANT, "{tenant}"),
  tenants: [TENANT],
  audience: AUDIENCE,
  scope: "access_as_user",
});

const tokensOf = (over: Partial<ReturnType<typeof rules>> = {}): AccessTokens => {
  const keys = new SigningKeys({ address: provider.keysAddress, fetch, clock: () => now });
  return accessTokens({ rules: { ...rules(), ...over }, keyFor: keys.keyFor, clock: () => now });
};

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "accepted";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

test("a token of the tenant's person says who asks, by oid and tid", async () => {
  const token = await provider.token({ oid: OID, authTime: 1_700_000_000 });
  const caller = await tokensOf().verify(token);
  expect(caller).toMatchObject({ tenant: TENANT, oid: OID, authTime: 1_700_000_000 });
  expect(caller.expiresAt).toBeGreaterThan(now / 1000 + 3000);
});

test("without auth_time the sign-in is of unknown age", async () => {
  const caller = await tokensOf().verify(await provider.token({ oid: OID }));
  expect(caller.authTime).toBe(0);
});

test("the scope may be one of several", async () => {
  const token = await provider.token({ oid: OID, scp: "openid access_as_user" });
  expect(await codeOf(tokensOf().verify(token))).toBe("accepted");
});

const WRONG: readonly [string, Partial<Wanted>][] = [
  ["another scope", { scp: "access_as_users" }],
  ["no scope", { drop: ["scp"] }],
  ["an application instead of a person", { drop: ["scp"], more: { roles: ["access_as_user"] } }],
  ["no object id", { drop: ["oid"] }],
  ["an object id that is none", { more: { oid: "admin" } }],
  ["no tenant", { drop: ["tid"] }],
  ["another tenant", { more: { tid: OTHER_TENANT } }],
  ["another tenant and its issuer", { more: { tid: OTHER_TENANT, iss: "https://evil.example/" } }],
  ["another issuer", { more: { iss: "https://login.microsoftonline.com/common/v2.0" } }],
  ["another audience", { more: { aud: "00000003-0000-0000-c000-000000000000" } }],
  ["several audiences", { more: { aud: [AUDIENCE, "another"] } }],
  ["version 1.0", { more: { ver: "1.0" } }],
  ["no version", { drop: ["ver"] }],
  ["no end", { drop: ["exp"] }],
  ["an end long ago", { more: { exp: 1_700_000_000 } }],
  ["a beginning far ahead", { more: { nbf: 4_000_000_000 } }],
];

test.each(WRONG)("refused: %s", async (_, wanted) => {
  const token = await provider.token({ oid: OID, ...wanted });
  expect(await codeOf(tokensOf().verify(token))).toBe("identity/invalid");
});

test.each([
  ["59 s after its end", 3659, "accepted"],
  ["61 s after its end", 3661, "identity/invalid"],
])("leeway: %s", async (_, seconds, expected) => {
  const token = await provider.token({ oid: OID });
  const issued = Math.floor(Date.now() / 1000);
  const tokens = tokensOf();
  now = (issued + seconds) * 1000;
  expect(await codeOf(tokens.verify(token))).toBe(expected);
});

test("a tenant that is not on the list is refused though its signature holds", async () => {
  const token = await provider.token({ oid: OID });
  expect(await codeOf(tokensOf({ tenants: [OTHER_TENANT] }).verify(token))).toBe(
    "identity/invalid",
  );
  expect(await codeOf(tokensOf({ tenants: [] }).verify(token))).toBe("identity/invalid");
});

const claims = () => ({
  iss: provider.issuer,
  aud: AUDIENCE,
  tid: TENANT,
  oid: OID,
  scp: "access_as_user",
  ver: "2.0",
});

test("keys that a token brings along are never used", async () => {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const jwk = await exportJWK(publicKey);
  const sign = (header: object) =>
    new SignJWT(claims())
      .setProtectedHeader({ alg: "RS256", kid: "key-1", ...header })
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign(privateKey);
  const asked: string[] = [];
  const watched: typeof fetch = (address, init) => {
    asked.push(String(address instanceof Request ? address.url : address));
    return fetch(address, init);
  };
  const keys = new SigningKeys({ address: provider.keysAddress, fetch: watched, clock: () => now });
  const tokens = accessTokens({ rules: rules(), keyFor: keys.keyFor, clock: () => now });
  const evil = "http://127.0.0.1:9/keys";
  for (const header of [{}, { jwk }, { jku: evil }, { x5u: evil }, { kid: "mine", jwk, jku: evil }])
    expect(await codeOf(tokens.verify(await sign(header)))).toBe("identity/invalid");
  expect(asked).toEqual([String(provider.keysAddress)]);
});

test("no other algorithm: none, a secret made of the public key, elliptic curves", async () => {
  const unsigned = new UnsecuredJWT(claims()).setIssuedAt().setExpirationTime("1h").encode();
  const publicText = await (await fetch(provider.keysAddress)).text();
  const hmac = await new SignJWT(claims())
    .setProtectedHeader({ alg: "HS256", kid: "key-1" })
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(publicText));
  const { privateKey } = await generateKeyPair("ES256");
  const curve = await new SignJWT(claims())
    .setProtectedHeader({ alg: "ES256", kid: "key-1" })
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(privateKey);
  for (const token of [unsigned, hmac, curve, "", "a.b.c", "x".repeat(20_000)])
    expect(await codeOf(tokensOf().verify(token))).toBe("identity/invalid");
});

test("a known token costs nothing, an altered one is not known", async () => {
  const tokens = tokensOf();
  const token = await provider.token({ oid: OID });
  expect(tokens.known(token)).toBeNull();
  await tokens.verify(token);
  expect(tokens.known(token)?.oid).toBe(OID);
  expect(tokens.known(`${token}a`)).toBeNull();
  now += 5 * 60_000 + 1000;
  expect(tokens.known(token)).toBeNull();
});

test("a clock that is set back makes no known token last longer", async () => {
  const tokens = tokensOf();
  const token = await provider.token({ oid: OID });
  await tokens.verify(token);
  now -= 1000;
  expect(tokens.known(token)).toBeNull();
});

describe("keys of the issuer", () => {
  const token = () => provider.token({ oid: OID });
  afterEach(() => provider.setAnswering(true));

  test("a clock that is set back by an hour keeps no new key out, and no withdrawn one in", async () => {
    const tokens = tokensOf();
    // Good by both clocks.
    const early = () => provider.token({ oid: OID, more: { iat: Math.floor(now / 1000) - 7200 } });
    const [first, second] = [await early(), await early()];
    await tokens.verify(first);
    await provider.rotate("withdraw");
    now -= 3_600_000;
    expect(await codeOf(tokens.verify(await early()))).toBe("accepted");
    expect(await codeOf(tokens.verify(second))).toBe("identity/invalid");
  });

  test("a new key is accepted after the cooldown, the old one as before", async () => {
    const tokens = tokensOf();
    const old = await token();
    await tokens.verify(old);
    await provider.rotate("keep");
    const fresh = await token();
    now += 10_000;
    expect(await codeOf(tokens.verify(fresh))).toBe("identity/invalid");
    now += 21_000;
    expect(await codeOf(tokens.verify(fresh))).toBe("accepted");
    expect(await codeOf(tokens.verify(await token()))).toBe("accepted");
    expect(await codeOf(tokens.verify(old))).toBe("accepted");
  });

  test("known keys work for ten minutes without the issuer, then nobody is let in", async () => {
    const tokens = tokensOf();
    const [first, second, third] = [await token(), await token(), await token()];
    await tokens.verify(first);
    await provider.setAnswering(false);
    now += 9 * 60_000;
    expect(await codeOf(tokens.verify(second))).toBe("accepted");
    now += 2 * 60_000;
    expect(await codeOf(tokens.verify(third))).toBe("api/unavailable");
    await provider.setAnswering(true);
    now += 31_000;
    expect(await codeOf(tokens.verify(third))).toBe("accepted");
  });

  test("a withdrawn key is refused once the keys were read again", async () => {
    const tokens = tokensOf();
    const [first, second] = [await token(), await token()];
    await tokens.verify(first);
    await provider.rotate("withdraw");
    now += 11 * 60_000;
    expect(await codeOf(tokens.verify(second))).toBe("identity/invalid");
  });

  test("a flood of unknown key ids asks for keys once in 30 s", async () => {
    const tokens = tokensOf();
    await tokens.verify(await token());
    now += 31_000;
    const before = await provider.keyCalls();
    const { privateKey } = await generateKeyPair("RS256");
    const flood = Array.from({ length: 200 }, async (_, index) => {
      const forged = await new SignJWT(claims())
        .setProtectedHeader({ alg: "RS256", kid: `none-${index}` })
        .setIssuedAt()
        .setExpirationTime("1h")
        .sign(privateKey);
      return codeOf(tokens.verify(forged));
    });
    expect(new Set(await Promise.all(flood))).toEqual(new Set(["identity/invalid"]));
    expect((await provider.keyCalls()) - before).toBe(1);
  });
});
