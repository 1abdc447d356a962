import { X509Certificate, createPrivateKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCertificate, localCertificate } from "../../src/simulator/server/certificate";

const NOW = new Date("2026-03-01T12:00:00Z");
const DAY = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(NOW.getTime() + days * DAY);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "certificate-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("is for this machine only, signed by itself, and short enough for browsers", async () => {
  const { key, cert } = await createCertificate(NOW);
  const certificate = new X509Certificate(cert);
  expect(certificate.checkHost("localhost")).toBe("localhost");
  expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(certificate.checkIP("::1")).toBe("::1");
  expect(certificate.checkHost("sekisho.example.com")).toBeUndefined();
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
  const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / DAY;
  expect(days).toBe(397);
  expect(Date.parse(certificate.validFrom)).toBeLessThan(NOW.getTime());
});

test("no two have the same serial number", async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => createCertificate(NOW)));
  const serials = made.map(({ cert }) => new X509Certificate(cert).serialNumber);
  expect(new Set(serials).size).toBe(20);
});

test("is kept, the key readable by its owner alone", async () => {
  const made = await localCertificate(folder, NOW);
  expect(await localCertificate(folder, after(300))).toEqual(made);
  if (process.platform !== "win32")
    expect(statSync(path.join(folder, "localhost.key")).mode & 0o077).toBe(0);
});

test("is made anew when it ends soon", async () => {
  const made = await localCertificate(folder, NOW);
  expect((await localCertificate(folder, after(380))).cert).not.toBe(made.cert);
});

test.each([
  ["a broken certificate", "localhost.crt", () => Promise.resolve("broken")],
  ["another key", "localhost.key", async () => (await createCertificate(NOW)).key],
])("is made anew instead of %s", async (_, file, content) => {
  const made = await localCertificate(folder, NOW);
  writeFileSync(path.join(folder, file), await content());
  const next = await localCertificate(folder, NOW);
  expect(next.cert).not.toBe(made.cert);
  expect(readFileSync(path.join(folder, "localhost.crt"), "utf8")).toBe(next.cert);
});
