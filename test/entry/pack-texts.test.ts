import { transformSync } from "@swc/core";
import { runInNewContext } from "node:vm";
import { packTexts } from "../../scripts/pack-texts-loader.cjs";
import { ready } from "../../scripts/packer.cjs";
import { unpackTexts } from "../../src/text/unpack-texts";

beforeAll(() => ready);

function run(code: string): Record<string, unknown> {
  const options = { module: { type: "commonjs" }, jsc: { target: "es2016" } } as const;
  const context = { exports: {}, require: () => ({ unpackTexts }) };
  runInNewContext(transformSync(code, options).code, context);
  return context.exports;
}

const FILLER = `export const filler = "${"宛先に社外の方がいます。承認を受けてください。".repeat(4)}";`;

const CASES: readonly (readonly [string, string])[] = [
  ["a text", 'export const it = "件名と本文";'],
  ["a text behind a word", 'const f = () => { return"件名" }; export const it = f();'],
  ["a text twice", 'export const it = ["宛先", "宛先"];'],
  ["a long English text", 'export const it = "Please move them to Bcc.";'],
  ["a text that holds what parts texts", 'export const it = ["一\\0二", "三"];'],
  ["a quote and a backslash", 'export const it = "「\\"\\\\」";'],
  ["a surrogate pair", 'export const it = "𠮷野家";'],
  ["a template", "const n = 29; export const it = `社外の${n}人に${n + 1}通`;"],
  ["a template with escapes", "export const it = `${1}行\\n\\`次\\${`;"],
  ["a key", 'export const it = { 氏名: 1, "姓(カナ)": { 名: 2 }, a: "値" };'],
  ["a key that is destructured", "const { 氏名: it } = { 氏名: 3 }; export { it };"],
  ["a short key", "const 氏名 = 4; export const it = { 氏名 };"],
  ["a pattern", "export const it = /^(姓|氏)(?!名)\\s*\\/$/.exec('姓 /');"],
  ["a pattern with flags", "export const it = '様さま様'.replace(/様/g, '');"],
  ["a tag", "const t = (s) => s.raw[0]; export const it = t`様\\n`;"],
];

test.each(CASES)("%s means what it meant", (_, code) => {
  const source = `${code}\n${FILLER}`;
  const packed = packTexts(source);
  expect(packed).toContain("unpackTexts(");
  expect(run(packed)).toEqual(run(source));
});

test("the texts are packed away", () => {
  expect(packTexts(FILLER)).not.toContain("宛先");
});

test("a module that would hardly shrink stays as it is", () => {
  const source = 'export const it = "件名";';
  expect(packTexts(source)).toBe(source);
});
