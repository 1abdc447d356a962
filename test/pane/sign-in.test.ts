import type { SignedIn } from "../../src/outlook/access-token";
import { officeToken, supportsNestedApp } from "../../src/outlook/access-token";
import { nestedApp, type LoadMsal } from "../../src/pane/sign-in/nested-app";
import { createSignIn } from "../../src/pane/sign-in/sign-in";
import { MailboxDouble } from "../outlook/mailbox-double";
import { installOffice } from "../outlook/office-double";

const SETTINGS = {
  authority: "https://login.example.com/t",
  clientId: "c",
  scope: "api://c/access",
};
const ok = (token: string): SignedIn => ({ ok: true, token });
const no = (problem: "cancelled" | "unsupported" | "failed"): SignedIn => ({ ok: false, problem });

/** A stand-in for MSAL: what it was asked, and what each way answers. */
function msalDouble(silent: () => Promise<string>, popup: () => Promise<string>) {
  const asked: unknown[] = [];
  const result = (token: string) => ({ accessToken: token }) as never;
  const load: LoadMsal = () =>
    Promise.resolve({
      createNestablePublicClientApplication: (configuration) => {
        asked.push(configuration);
        return Promise.resolve({
          acquireTokenSilent: (request) => {
            asked.push(["silent", request]);
            return silent().then(result);
          },
          acquireTokenPopup: (request) => {
            asked.push(["popup", request]);
            return popup().then(result);
          },
        });
      },
    });
  return { asked, load };
}

const fails = (errorCode: string) => () =>
  Promise.reject(Object.assign(new Error(), { errorCode }));
const gives = (token: string) => () => Promise.resolve(token);

const NESTED: readonly [string, () => Promise<string>, () => Promise<string>, boolean, SignedIn][] =
  [
    ["silently", gives("a"), fails("x"), false, ok("a")],
    ["not silently", fails("interaction_required"), gives("b"), false, no("failed")],
    ["on a click, still silently", gives("a"), gives("b"), true, ok("a")],
    ["on a click, by the window", fails("interaction_required"), gives("b"), true, ok("b")],
    ["window closed", fails("x"), fails("user_cancelled"), true, no("cancelled")],
    ["window failed", fails("x"), fails("popup_window_error"), true, no("failed")],
    ["an empty token", gives(""), gives(""), true, no("failed")],
  ];
test.each(NESTED)("nested app: %s", async (_, silent, popup, mayAsk, expected) => {
  const { asked, load } = msalDouble(silent, popup);
  expect(await nestedApp(SETTINGS, load)(mayAsk)).toEqual(expected);
  expect(asked[0]).toEqual({ auth: { clientId: "c", authority: SETTINGS.authority } });
  expect(asked[1]).toEqual(["silent", { scopes: ["api://c/access"] }]);
  expect(asked.some((each) => Array.isArray(each) && each[0] === "popup")).toBe(
    mayAsk && asked.length > 2,
  );
});

test("nested app: a library that cannot be loaded is tried again", async () => {
  let tries = 0;
  const load: LoadMsal = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error()) : msalDouble(gives("a"), gives("b")).load();
  };
  const way = nestedApp(SETTINGS, load);
  expect(await way(false)).toEqual(no("failed"));
  expect(await way(false)).toEqual(ok("a"));
});

const WAYS: readonly [string, readonly SignedIn[], SignedIn, number][] = [
  ["the first that has a token", [ok("a"), ok("b")], ok("a"), 1],
  ["the next where one has none", [no("failed"), ok("b")], ok("b"), 2],
  ["called off is not asked again", [no("cancelled"), ok("b")], no("cancelled"), 1],
  [
    "what failed says more than what is not there",
    [no("failed"), no("unsupported")],
    no("failed"),
    2,
  ],
  ["none", [], no("unsupported"), 0],
];
test.each(WAYS)("ways: %s", async (_, outcomes, expected, asked) => {
  let calls = 0;
  const ways = outcomes.map((outcome) => () => {
    calls += 1;
    return Promise.resolve(outcome);
  });
  expect(await createSignIn(ways).interactive()).toEqual(expected);
  expect(calls).toBe(asked);
});

test("several questions at once are one; nobody is shown a window", async () => {
  const asked: boolean[] = [];
  const signIn = createSignIn([
    (mayAsk) => {
      asked.push(mayAsk);
      return Promise.resolve(ok("a"));
    },
  ]);
  expect(await Promise.all([signIn.silent(), signIn.silent()])).toEqual(["a", "a"]);
  expect(asked).toEqual([false]);
});

const OFFICE: readonly [string | number, SignedIn][] = [
  ["token", ok("token")],
  ["", no("failed")],
  [13001, no("failed")],
  [13002, no("cancelled")],
  [13012, no("unsupported")],
];
test.each(OFFICE)("the client's own way: %j", async (token, expected) => {
  installOffice({ mailbox: new MailboxDouble({ token }) });
  expect(await officeToken(true)).toEqual(expected);
});

test("a client without it, and one without the newer one", async () => {
  installOffice({ mailbox: new MailboxDouble() });
  expect(supportsNestedApp()).toBe(false);
  (Office as unknown as Record<string, unknown>).auth = undefined;
  expect(await officeToken(false)).toEqual(no("unsupported"));
});
