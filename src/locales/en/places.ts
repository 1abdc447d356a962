import type { PlacesTexts } from "../places";

const named =
  (what: string) =>
  (name: string): string =>
    name === "" ? what : `${what} “${name}”`;

export const placesEn: PlacesTexts = {
  steps: {
    subject: () => "subject",
    body: () => "text of the mail",
    file: (name) => (name === "" ? "attachment" : name),
    sheet: named("sheet"),
    page: (name) => `page ${name}`,
    slide: named("slide"),
    hidden: named("hidden"),
    header: named("header"),
    footer: named("footer"),
    comment: named("comment"),
    note: named("note"),
    textbox: named("text box"),
    property: named("property"),
    format: named("format"),
    name: named("name"),
  },
  row: (row) => `row ${row}`,
  separator: " › ",
};
