import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type * as KeySets from "../../../src/approval/tokens/key-set";
import { signKeySet } from "../../../src/approval/tokens/key-set";
import type * as Lookups from "../../../src/approval/tokens/lookup";
import type * as Policies from "../../../src/approval/tokens/policy-token";
import { signPolicy } from "../../../src/approval/tokens/policy-token";
import type * as Tickets from "../../../src/approval/tokens/ticket";
import { signTicket } from "../../../src/approval/tokens/ticket";
import type { TokenRead } from "../../../src/approval/tokens/token";
import type * as Schema from "../../../src/policy/schema";
import { parsePolicy } from "../../../src/policy/schema";
import { lookupId } from "../../../src/approval/tokens/lookup";
import { es2016Realm } from "../../entry/es2016-realm";
import { freeNames } from "../../entry/free-names";
import {
  hexOf,
  keyPair,
  keySetClaims,
  keys,
  NOW,
  policyClaims,
  policyKey,
  root,
  TENANT,
  ticketClaims,
  ticketKey,
} from "./keys";

type Reading = typeof KeySets & typeof Tickets & typeof Policies & typeof Schema & typeof Lookups;

const repository = path.join(__dirname, "../../..");

/** Built as the send bundle is, from an entry that only reads tokens. */
function bundle(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "sekisho-"));
  const config = path.join(folder, "webpack.config.js");
  const given = JSON.stringify({
    base: path.join(repository, "webpack.config.js"),
    entry: path.join(__dirname, "realm-entry.ts"),
    folder,
  });
  writeFileSync(
    config,
    `const given = ${given};
     const [send] = require(given.base);
     module.exports = {
       ...send,
       context: ${JSON.stringify(repository)},
       entry: { tokens: given.entry },
       output: { ...send.output, path: given.folder },
       plugins: send.plugins.filter((each) => each.constructor.name === "DefinePlugin"),
     };`,
  );
  const webpack = path.join(repository, "node_modules/webpack/bin/webpack.js");
  execFileSync(process.execPath, [webpack, "--config", config], {
    cwd: repository,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return readFileSync(path.join(folder, "tokens.js"), "utf8");
}

const source = bundle();
const host: { read?: Reading } = {};
const realm = es2016Realm({ Office: host });
realm.run(source, "tokens.js");
const read = host.read as Reading;

const code = (result: TokenRead<unknown>): string =>
  result.state === "valid" ? "valid" : result.code;
const limits = { keys, tenant: TENANT, now: NOW };
const ticket = signTicket(ticketClaims(), ticketKey.kid, ticketKey.sign);

test("the engine has nothing newer than ES2016, no BigInt, no crypto", () => {
  for (const name of ["BigInt", "TextDecoder", "crypto", "atob", "globalThis", "self"])
    expect(realm.run(`typeof ${name}`, "question.js")).toBe("undefined");
});

test("nor does the code ask for any of it", () => {
  const names = freeNames(source);
  const banned = [
    "BigInt",
    "crypto",
    "self",
    "require",
    "TextEncoder",
    "TextDecoder",
    "globalThis",
  ];
  expect(banned.filter((each) => names.has(each))).toEqual([]);
});

test("a ticket is read there as here", () => {
  expect(JSON.parse(JSON.stringify(read.readTicket(ticket, limits)))).toEqual({
    state: "valid",
    claims: ticketClaims(),
  });
});

test("an altered ticket and one by another key are refused", () => {
  const at = ticket.lastIndexOf(".") + 5;
  const altered =
    ticket.slice(0, at) + (ticket.charAt(at) === "A" ? "B" : "A") + ticket.slice(at + 1);
  expect(code(read.readTicket(altered, limits))).toBe("token/signature");
  const stranger = signTicket(ticketClaims(), ticketKey.kid, keyPair("stranger").sign);
  expect(code(read.readTicket(stranger, limits))).toBe("token/signature");
});

test("policy, key set and lookup id too", () => {
  const policy = signPolicy(policyClaims(), policyKey.kid, policyKey.sign, parsePolicy);
  const mailbox = policyClaims().mailbox;
  const forOne = { ...limits, mailbox, serial: 0, bundle: 3, parsePolicy: read.parsePolicy };
  expect(code(read.readPolicyToken(policy, forOne))).toBe("valid");
  const keySet = signKeySet(keySetClaims(), root.kid, root.sign);
  expect(code(read.readKeySet(keySet, { roots: [root], serial: 0, now: NOW }))).toBe("valid");
  const { lookupKey } = policyClaims();
  expect(read.lookupId(lookupKey, hexOf("mail"), "項目")).toBe(
    lookupId(lookupKey, hexOf("mail"), "項目"),
  );
});
