import fc from "fast-check";
import { createEventStream } from "../../src/api/event-stream";

const read = (...pieces: string[]): string[] => {
  const stream = createEventStream();
  return pieces.flatMap((piece) => stream.push(piece));
};

test.each<[string, string[], string[]]>([
  ["one event", ["data: a\n\n"], ["a"]],
  ["no space after the colon", ["data:a\n\n"], ["a"]],
  ["only the first space goes", ["data:  a\n\n"], [" a"]],
  ["two lines of data", ["data: a\ndata: b\n\n"], ["a\nb"]],
  ["a comment as heartbeat", [": still here\n\n", "data: a\n\n"], ["a"]],
  ["other fields", ["event: x\nid: 7\nretry: 1\ndata: a\n\n"], ["a"]],
  ["a field that only begins like it", ["database: a\n\n"], []],
  ["data without a value", ["data\n\n"], [""]],
  ["carriage returns", ["data: a\r\rdata: b\r\r"], ["a", "b"]],
  ["CR LF cut in two", ["data: a\r", "\n\r", "\ndata: b\r\n\r\n"], ["a", "b"]],
  ["an event that is not complete", ["data: a\n"], []],
  ["cut within a word", ["da", "ta: ", "a", "\n", "\n"], ["a"]],
  ["an empty piece between CR and LF", ["data: a\r", "", "\n\r\n"], ["a"]],
  ["several in one piece", ["data: a\n\ndata: b\n\n"], ["a", "b"]],
])("%s", (_, pieces, expected) => {
  expect(read(...pieces)).toEqual(expected);
});

test("wherever it is cut, the events are the same", () => {
  const text = "data: a\r\n\r\n: x\r\ndata: b\r\ndata: c\r\n\r\ndata: d\n\n";
  const whole = read(text);
  expect(whole).toEqual(["a", "b\nc", "d"]);
  const cuts = fc.array(fc.nat(text.length), { maxLength: 6 });
  fc.assert(
    fc.property(cuts, (places) => {
      const sorted = [0, ...[...places].sort((a, b) => a - b), text.length];
      const pieces = sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
      expect(read(...pieces)).toEqual(whole);
    }),
  );
});

test("a line without an end does not fill the memory", () => {
  const stream = createEventStream();
  for (let count = 0; count < 20; count++) stream.push("x".repeat(10_000));
  expect(stream.push("\ndata: a\n\n")).toEqual(["a"]);
});
