import {
  X509Certificate,
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from "node:crypto";
import type { KeyObject } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bits, integer, objectId, octets, sequence, set, tagged, time, utf8, yes } from "./der";

const DAY = 24 * 60 * 60 * 1000;
/** Browsers accept at most 398. */
const VALID_DAYS = 397;
const RENEW_DAYS = 30;

const Oid = {
  commonName: "2.5.4.3",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  keyUsage: "2.5.29.15",
  extendedKeyUsage: "2.5.29.37",
  serverAuthentication: "1.3.6.1.5.5.7.3.1",
} as const;

const LOOPBACK_V4 = Buffer.from([127, 0, 0, 1]);
const LOOPBACK_V6 = Buffer.from([...Array<number>(15).fill(0), 1]);

export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
}

/** The certificate kept in `folder`, made anew when there is none or it ends within a month. */
export function localCertificate(folder: string, now: Date): TlsFiles {
  const files = {
    key: path.join(folder, "localhost.key"),
    cert: path.join(folder, "localhost.crt"),
  };
  const kept = readKept(files);
  if (kept && isGood(kept, now)) return kept;
  const made = createCertificate(now);
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
export function createCertificate(now: Date): TlsFiles {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(objectId(Oid.ecdsaWithSha256));
  const body = certificateBody(publicKey, algorithm, now);
  const der = sequence(body, algorithm, bits(sign("sha256", body, privateKey)));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: pem(der),
  };
}

function certificateBody(publicKey: KeyObject, algorithm: Buffer, now: Date): Buffer {
  const name = sequence(set(sequence(objectId(Oid.commonName), utf8("Sekisho demo on localhost"))));
  const version3 = tagged(0xa0, integer(Buffer.from([2])));
  const start = new Date(now.getTime() - DAY);
  const end = new Date(start.getTime() + VALID_DAYS * DAY);
  return sequence(
    version3,
    integer(Buffer.from([0x40, ...randomBytes(15)])),
    algorithm,
    name,
    sequence(time(start), time(end)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(...extensions())),
  );
}

const extensions = (): readonly Buffer[] => [
  sequence(objectId(Oid.basicConstraints), yes, octets(sequence())),
  sequence(objectId(Oid.keyUsage), yes, octets(bits(Buffer.from([0x80]), 7))),
  sequence(objectId(Oid.extendedKeyUsage), octets(sequence(objectId(Oid.serverAuthentication)))),
  sequence(
    objectId(Oid.subjectAltName),
    octets(
      sequence(
        tagged(0x82, Buffer.from("localhost", "ascii")),
        tagged(0x87, LOOPBACK_V4),
        tagged(0x87, LOOPBACK_V6),
      ),
    ),
  ),
];

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
