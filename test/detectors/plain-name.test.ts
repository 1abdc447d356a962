import fc from "fast-check";
import { SURE } from "../../src/detectors/detector";
import { Reading } from "../../src/detectors/hash";
import { personName } from "../../src/detectors/person-name";
import { readPlainName } from "../../src/detectors/plain-name";

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from(text.split(""), (unit) => unit.charCodeAt(0));

function plain(text: string): Reading | null {
  const reading = new Reading();
  return readPlainName(unitsOf(text), 0, text.length, reading) ? reading : null;
}

/** With an honorific behind it a name is read the long way, and is the same name. */
function addressed(text: string): Reading | null {
  const reading = new Reading();
  const units = unitsOf(`${text}様`);
  return personName.read(units, 0, units.length, true, reading) === SURE ? reading : null;
}

test.each(["佐藤花子", "佐藤 花子", "サトウ ハナコ", "すずき まゆみ", "小鳥遊 翼", "林 凛"])(
  "%s is a name at first sight",
  (name) => {
    expect(plain(name)).not.toBeNull();
    expect(plain(name)).toEqual(addressed(name));
  },
);

test.each([
  "佐藤 花子 ",
  "佐藤  花 子",
  "佐藤花子様",
  "佐藤くん",
  "株式会社佐藤",
  "佐藤商店",
  "サンプル太郎",
  "カメラマート",
  "営業部",
  "鈴木さくら",
  "Hanako Sato",
  "佐",
  "𠮷野 家",
  "佐藤(サトウ)",
  "山田太郎山田太郎山田太",
])("%s is looked at more closely", (text) => {
  expect(plain(text)).toBeNull();
});

test("whatever is a name at first sight is the same one at the second", () => {
  const signs = fc.constantFrom(
    ..."佐藤花子山田太郎部店長谷髙々 　ー・(様殿氏さとうはなこサトウハナコテストセンター株式会社サンプル例某",
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 18 }), (letters) => {
      const text = letters.join("");
      const reading = plain(text);
      if (reading) expect(addressed(text)).toEqual(reading);
    }),
    { numRuns: 20_000 },
  );
});
