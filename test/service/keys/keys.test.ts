import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { readKeySet } from "../../../src/approval/tokens/key-set";
import { KEY_USES, type KeyUse } from "../../../src/core/sign-off";
import { makeKeySet, publicKey } from "../../../src/service/keys/key-set";
import { loadServiceKeys, signingIds } from "../../../src/service/keys/service-keys";
import { newPrivateKey, signerOf } from "../../../src/service/keys/signer";

const NOW = 1_800_000_000;
const root = newPrivateKey();
const keys = Object.fromEntries(KEY_USES.map((use) => [use, newPrivateKey()])) as Record<
  KeyUse,
  string
>;
const setOf = (of: Record<KeyUse, string>, by = root) =>
  makeKeySet(
    by,
    KEY_USES.map((use) => publicKey(signerOf(of[use]), use)),
    3,
    NOW,
  );
const material = { private: keys, keySet: setOf(keys), roots: [signerOf(root)] };

test("a seed of RFC 8032 gives its public key and signature", () => {
  const seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
  const signer = signerOf(Buffer.from(seed, "hex").toString("base64url"));
  expect(Buffer.from(signer.x, "base64url").toString("hex")).toBe(
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  );
  expect(Buffer.from(signer.sign(new Uint8Array(0))).toString("hex")).toBe(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  );
});

test("a key in PEM signs what its public key verifies", () => {
  const signer = signerOf(keys.ticket);
  const message = Buffer.from("message");
  const key = createPublicKey(createPrivateKey(keys.ticket));
  expect(verify(null, message, key, signer.sign(message))).toBe(true);
});

test.each([
  ["nothing", ""],
  ["a seed that is too short", Buffer.alloc(31).toString("base64url")],
  ["text", "-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----"],
  [
    "another kind of key",
    generateKeyPairSync("ec", { namedCurve: "P-256" })
      .privateKey.export({ type: "pkcs8", format: "pem" })
      .toString(),
  ],
])("%s is no key, and is not quoted", (_, text) => {
  expect(() => signerOf(text)).toThrow("keys/invalid");
});

test("the set is one that every client reads", () => {
  const read = readKeySet(material.keySet, { roots: [signerOf(root)], serial: 3, now: NOW });
  expect(read).toMatchObject({ state: "valid", claims: { serial: 3 } });
});

test("the service starts with keys that its set names", () => {
  const loaded = loadServiceKeys(material, NOW);
  expect(loaded.serial).toBe(3);
  expect(signingIds(loaded)).toEqual(KEY_USES.map((use) => signerOf(keys[use]).kid));
});

test.each([
  ["a key that the set does not name", { private: { ...keys, ticket: newPrivateKey() } }],
  ["the policy's key as the ticket's", { private: { ...keys, ticket: keys.policy } }],
  ["a set of another root", { keySet: setOf(keys, newPrivateKey()) }],
  ["a set that is no token", { keySet: "x.y.z" }],
])("it does not start with %s", (_, more) => {
  expect(() => loadServiceKeys({ ...material, ...more }, NOW)).toThrow("keys/invalid");
});

test("it does not start with a set that has ended", () => {
  expect(() => loadServiceKeys(material, NOW + 181 * 24 * 3600)).toThrow("keys/invalid");
});
