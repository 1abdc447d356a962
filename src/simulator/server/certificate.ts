import { X509Certificate, createPrivateKey, randomBytes, webcrypto } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

const DAY = 24 * 60 * 60 * 1000;
/** Browsers accept at most 398. */
const VALID_DAYS = 397;
const RENEW_DAYS = 30;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
}

/** The certificate kept in `folder`, made anew when there is none or it ends within a month. */
export async function localCertificate(folder: string, now: Date): Promise<TlsFiles> {
  const files = {
    key: path.join(folder, "localhost.key"),
    cert: path.join(folder, "localhost.crt"),
  };
  const kept = readKept(files);
  if (kept && isGood(kept, now)) return kept;
  const made = await createCertificate(now);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(files.key, made.key, { mode: 0o600 });
  writeFileSync(files.cert, made.cert);
  return made;
}

function readKept(files: TlsFiles): TlsFiles | null {
  try {
    return { key: readFileSync(files.key, "utf8"), cert: readFileSync(files.cert, "utf8") };
  } catch {
    return null;
  }
}

function isGood({ key, cert }: TlsFiles, now: Date): boolean {
  try {
    const certificate = new X509Certificate(cert);
    return (
      certificate.checkPrivateKey(createPrivateKey(key)) &&
      Date.parse(certificate.validTo) > now.getTime() + RENEW_DAYS * DAY
    );
  } catch {
    return false;
  }
}

/** A self-signed certificate (RFC 5280) for this machine's own browser. */
export async function createCertificate(now: Date): Promise<TlsFiles> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const notBefore = new Date(now.getTime() - DAY);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: `40${randomBytes(15).toString("hex")}`,
      name: "CN=Sekisho demo on localhost",
      notBefore,
      notAfter: new Date(notBefore.getTime() + VALID_DAYS * DAY),
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([
          { type: "dns", value: "localhost" },
          { type: "ip", value: "127.0.0.1" },
          { type: "ip", value: "::1" },
        ]),
      ],
    },
    webcrypto as Crypto,
  );
  const key = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  return { key: PemConverter.encode(key, "PRIVATE KEY"), cert: certificate.toString("pem") };
}
