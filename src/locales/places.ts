import type { Place, PlaceStep, PlaceStepType } from "../core/place";
import { placesEn } from "./en/places";
import { placesJa } from "./ja/places";
import type { Language } from "./language";

export interface PlacesTexts {
  readonly steps: Readonly<Record<PlaceStepType, (name: string) => string>>;
  row(row: number): string;
  /** Between two steps, from the outside in. */
  readonly separator: string;
}

export const placesTexts: Readonly<Record<Language, PlacesTexts>> = { ja: placesJa, en: placesEn };

/** A place as a person would find it: 「名簿.xlsx › シート「顧客」 › 12行目」. */
export function placeText(place: Place, texts: PlacesTexts): string {
  const steps = place.steps.map(({ type, name }: PlaceStep) => texts.steps[type](name ?? ""));
  const row = place.row === undefined ? [] : [texts.row(place.row)];
  return steps.concat(row).join(texts.separator);
}
