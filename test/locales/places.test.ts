import { KINDS } from "../../src/core/kind";
import { kindsTexts } from "../../src/locales/kinds";
import { placesTexts, placeText } from "../../src/locales/places";

const PLACE = {
  steps: [
    { type: "file", name: "名簿.xlsx" },
    { type: "sheet", name: "顧客" },
  ],
  row: 12,
} as const;

test("a place reads from the outside in", () => {
  expect(placeText(PLACE, placesTexts.ja)).toBe("名簿.xlsx › シート「顧客」 › 12行目");
  expect(placeText(PLACE, placesTexts.en)).toBe("名簿.xlsx › sheet “顧客” › row 12");
  expect(placeText({ steps: [{ type: "body" }] }, placesTexts.ja)).toBe("本文");
});

test.each(["ja", "en"] as const)("every kind has its own name (%s)", (language) => {
  const names = KINDS.map((kind) => kindsTexts[language][kind]);
  expect(new Set(names).size).toBe(KINDS.length);
});
