import { createCall } from "../../src/outlook/call";
import { parseRequestHint, readRequestHint, type ReadMail } from "../../src/outlook/read-notice";

const ID = "abcdefghijklmnopqrstuv";
const HEAD = "From: sekisho@kuruma.example\r\nSubject: x\r\n";

test.each<[string, unknown, string | null]>([
  ["the service's header", `${HEAD}x-sekisho-request: ${ID}\r\nTo: a\r\n`, ID],
  ["in other letters, without a space", `X-Sekisho-Request:${ID}`, ID],
  ["line feeds alone", `A: b\nx-sekisho-request: ${ID}\n`, ID],
  ["none", HEAD, null],
  ["two of them", `x-sekisho-request: ${ID}\r\nx-sekisho-request: ${ID}\r\n`, null],
  ["too short", `x-sekisho-request: ${ID.slice(1)}`, null],
  ["too long", `x-sekisho-request: ${ID}x`, null],
  ["a path", "x-sekisho-request: ../../../../../../admin", null],
  ["an address", "x-sekisho-request: https://evil.example/aaaaaa", null],
  ["with something behind it", `x-sekisho-request: ${ID} ${ID}`, null],
  ["folded", `x-sekisho-request:\r\n ${ID}`, null],
  ["as part of another name", `y-x-sekisho-request: ${ID}`, null],
  ["in another header's continuation", `Subject: a\r\n x-sekisho-request: ${ID}`, null],
  ["nothing", undefined, null],
])("%s", (_, headers, expected) => {
  expect(parseRequestHint(headers)).toBe(expected);
});

const mail = (answer: object): ReadMail =>
  ({
    getAllInternetHeadersAsync: (done: (result: object) => void) => done(answer),
  }) as unknown as ReadMail;

test.each<[string, ReadMail | null, string | null]>([
  ["read", mail({ status: "succeeded", value: `x-sekisho-request: ${ID}` }), ID],
  ["refused by the client", mail({ status: "failed", error: { name: "x" } }), null],
  ["an older client", {} as ReadMail, null],
  ["no mail", null, null],
])("%s", async (_, item, expected) => {
  expect(await readRequestHint(createCall(), item)).toBe(expected);
});
