const base64url = (text: string): string => Buffer.from(text).toString("base64url");

/** Of the form of a key set; its signature is another matter. */
export const keySetOf = (kid: string, root = "root-1"): string =>
  `${base64url(JSON.stringify({ kid: root }))}.${base64url(JSON.stringify({ serial: 1, keys: [{ kid }] }))}.${base64url("s")}`;

/** Variables that the service starts with, as far as they can be judged alone. */
export const good = () => ({
  SEKISHO_ORIGIN: "https://sekisho.sakura-motors.co.jp",
  SEKISHO_CONTENT_ORIGIN: "https://files-sekisho.sakura-motors.co.jp",
  SEKISHO_TENANTS: "6b1d7b0e-5c0e-4d5a-9a3c-2f1c5a7d9e10",
  SEKISHO_AUDIENCE: "0d6a2c3f-8f5b-4a44-9d0a-6f2f4b1c7e55",
  DATABASE_URL: "file:/var/lib/sekisho/sekisho.db",
  SEKISHO_KEY_STORE_URL: "file:/var/lib/sekisho-keys/keys.db",
  SEKISHO_MASTER_SECRET: Buffer.alloc(32, 7).toString("base64url"),
  SEKISHO_HEADS_FILE: "/mnt/heads/heads.jsonl",
  SEKISHO_ROOT_KEY: Buffer.alloc(32, 9).toString("base64url"),
  SEKISHO_KEY_SET: keySetOf("ticket-1"),
  SEKISHO_SIGNING_KEYS: JSON.stringify({ ticket: "t", policy: "p", receipt: "r" }),
});
