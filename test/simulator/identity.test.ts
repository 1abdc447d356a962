import { decodeJwt, decodeProtectedHeader } from "jose";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { isDemoId, isDemoIssuer, isDemoTenant } from "../../src/service/configuration/demo-marks";
import { oidOf } from "../../src/simulator/seed/directory";
import { MANAGER, STAFF } from "../../src/simulator/seed/people";
import { demoKeys } from "../../src/simulator/server/demo-keys";
import { startDemoServer } from "../../src/simulator/server/demo-server";
import type { DemoServer } from "../../src/simulator/server/demo-server";
import { identityPart } from "../../src/simulator/server/identity-part";
import {
  OIDC_MOUNT,
  OUTLOOK_CLIENT,
  OUTLOOK_MOUNT,
  OUTLOOK_RETURN,
  SERVICE_CLIENT,
  serviceScope,
} from "../../src/simulator/server/identity-provider";
import { worldPart } from "../../src/simulator/server/world-part";
import { launchBrowser } from "../browser";

const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"; // RFC 7636, appendix B
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

let home: string;
let server: DemoServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), "demo-identity-"));
  writeFileSync(path.join(home, "simulator.html"), "<title>simulator</title>");
  const keys = demoKeys(path.join(home, ".local"));
  server = await startDemoServer({
    port: 0,
    dist: home,
    home: path.join(__dirname, "../.."),
    assemble: (origin) => {
      const identity = { origin, signingKey: keys.identity, cookieKey: keys.cookies };
      const world = {
        id: "1",
        issuer: origin + OIDC_MOUNT,
        door: origin + OUTLOOK_MOUNT,
        clientId: OUTLOOK_CLIENT,
        returnTo: origin + OUTLOOK_RETURN,
        scope: serviceScope(origin),
      };
      return Promise.resolve({
        parts: [
          identityPart({ ...identity, mount: OIDC_MOUNT }),
          identityPart({ ...identity, mount: OUTLOOK_MOUNT }),
          worldPart(world),
        ],
        configuration: {
          ...{ origin, tenant: "", domains: [], rootKey: "", keys: "" },
          ...{ authority: "", clientId: "", scope: "" },
        },
      });
    },
  });
  browser = await launchBrowser();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
  await page.goto(`${server.origin}/demo/world.json`);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

interface Answer {
  readonly access_token?: string;
  readonly error?: string;
}

/** The mail program's sign-in, as the person whom the hint names. */
const signIn = (hint: string, verifier = VERIFIER): Promise<Answer> =>
  page.evaluate(
    async ([person, challenge, secret]) => {
      const world = (await (await fetch("/demo/world.json")).json()) as Record<string, string>;
      const { door = "", clientId = "", returnTo = "", scope = "" } = world;
      const asked = new URLSearchParams({
        client_id: clientId,
        redirect_uri: returnTo,
        response_type: "code",
        scope: `openid ${scope}`,
        login_hint: person,
        code_challenge: challenge,
        code_challenge_method: "S256",
      });
      const back = new URL((await fetch(`${door}/auth?${asked.toString()}`)).url);
      const answer = await fetch(`${door}/token`, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "authorization_code",
          code: back.searchParams.get("code") ?? "",
          redirect_uri: returnTo,
          client_id: clientId,
          code_verifier: secret,
        }),
      });
      return (await answer.json()) as Answer;
    },
    [hint, CHALLENGE, verifier] as const,
  );

test("an access token has Entra's shape, and every mark of the demo", async () => {
  const before = Math.floor(Date.now() / 1000);
  const { access_token: token = "" } = await signIn(MANAGER.address);
  const { kid = "", ...header } = decodeProtectedHeader(token);
  expect(header).toEqual({ alg: "RS256", typ: "JWT" });
  expect(isDemoId(kid)).toBe(true);
  const claims = decodeJwt<Record<string, unknown>>(token);
  expect(claims).toMatchObject({
    aud: SERVICE_CLIENT,
    oid: oidOf(MANAGER),
    preferred_username: MANAGER.address,
    scp: "access_as_user",
    ver: "2.0",
    azp: OUTLOOK_CLIENT,
  });
  expect(isDemoTenant(String(claims["tid"]))).toBe(true);
  expect(isDemoIssuer(String(claims.iss))).toBe(true);
  expect(claims["auth_time"]).toBeGreaterThanOrEqual(before);
});

test("in one browser one person after the other, each with his own token", async () => {
  for (const person of [STAFF, MANAGER, STAFF]) {
    const { access_token: token = "" } = await signIn(person.address);
    expect(decodeJwt(token)["oid"]).toBe(oidOf(person));
  }
});

test("a code is worth nothing without its verifier, and nobody unknown is signed in", async () => {
  expect((await signIn(STAFF.address, "x".repeat(43))).error).toBe("invalid_grant");
  expect((await signIn("nobody@sakura-motors.example")).access_token).toBeUndefined();
});
