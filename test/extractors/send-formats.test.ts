import { gzipSync } from "node:zlib";
import { FORMATS as SEND_FORMATS } from "../../src/extractors/send-formats";
import { compoundFile } from "./fixtures/compound-file";
import { madeFile } from "./fixtures/files";
import { zipFile } from "./fixtures/zip-file";
import { bytesOf, read } from "./reading";

const send = (bytes: Uint8Array, name = "") => read(bytes, name, {}, SEND_FORMATS);
const mail = compoundFile({ "__properties_version1.0": new Uint8Array(32) });
const mails = "From a\nFrom: <a@x.jp>\nTo: <b@x.jp>\n\n山田\n";

/** Read by the pane, the command line and the service only. */
const ELSEWHERE: readonly (readonly [string, Uint8Array])[] = [
  ...["paper.doc", "paper.rtf", "paper.odt", "book.xls", "book.xlsb", "book.ods", "slides.ppt.gz", "slides.odp"].map((name) => [name, madeFile(name)] as const), // prettier-ignore
  ["a.msg", mail],
  ["a.gz", new Uint8Array(gzipSync("山田"))],
  ["a.mbox", bytesOf(mails)],
  ["a.vcf", bytesOf("BEGIN:VCARD\r\nFN:山田\r\nEND:VCARD\r\n")],
  ["a.pdf", bytesOf("\n%PDF-1.7\n")],
  ["an object of a document", compoundFile({ "\u0001Ole10Native": bytesOf("x") })],
];

test.each(ELSEWHERE)("%s is recognised at send, and left to the pane", (name, bytes) => {
  expect(send(bytes, name)).toEqual({
    cells: [],
    layouts: [],
    refusals: ["extract/elsewhere @ "],
  });
});

test("also within an archive, under its name", () => {
  const zip = zipFile([{ name: "名簿.xls", content: madeFile("book.xls") }]);
  expect(send(zip).refusals).toEqual(["extract/elsewhere @ file 名簿.xls"]);
});

test.each(["paper.docx", "slides.pptx"])("%s is read in both places", (name) => {
  expect(send(madeFile(name), name)).toEqual(read(madeFile(name), name));
});

test("what is encrypted or known to nobody is not for the pane either", () => {
  const empty = new Uint8Array(0);
  expect(send(compoundFile({ EncryptedPackage: empty })).refusals).toEqual(["extract/encrypted @ "]); // prettier-ignore
  expect(send(compoundFile({ DocumentText: empty })).refusals).toEqual(["extract/unsupported @ "]);
});
