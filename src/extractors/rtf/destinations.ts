import type { PlaceStepType } from "../../core/place";

/** What a group of rich text is for, by the word that begins it (Rich Text Format 1.9.1). */
export type Destination =
  | { readonly to: "text" }
  | { readonly to: "same" }
  | { readonly to: "nothing" }
  | { readonly to: "fonts" }
  | { readonly to: "aside" }
  | { readonly to: "value" }
  /** Names of styles, and whatever programs keep for themselves. */
  | { readonly to: "loose" }
  | { readonly to: "picture" }
  | { readonly to: "object" }
  | { readonly to: "markup" }
  | { readonly to: "story"; readonly step: PlaceStepType };

export const TEXT: Destination = { to: "text" };
export const LOOSE: Destination = { to: "loose" };

const known = (to: Exclude<Destination["to"], "story">, words: string): [string, Destination][] =>
  words.split(" ").map((word) => [word, { to }]);
const story = (step: PlaceStepType, words: string): [string, Destination][] =>
  words.split(" ").map((word) => [word, { to: "story", step }]);

export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map([
  ...known("nothing", "colortbl sn nonshppict"),
  ...known("loose", "stylesheet listtable revtbl filetbl objclass objname"),
  ...known("fonts", "fonttbl"),
  ...known("aside", "fldinst xe tc ffname ffdeftext ffhelptext ffstattext ffl docvar falt"),
  ...known("value", "sv"),
  ...known("picture", "pict"),
  ...known("object", "objdata"),
  ...known("markup", "htmltag"),
  ...known("text", "shpinst shptxt shppict object result nesttableprops"),
  ...known("same", "ud"),
  ...story("header", "header headerl headerr headerf"),
  ...story("footer", "footer footerl footerr footerf"),
  ...story("note", "footnote"),
  ...story("comment", "annotation atnauthor"),
  ...story("property", "info userprops company manager"),
]);

/** Code pages by the numbers that fonts bear; others are those of the whole document. */
export const FONT_PAGES: Readonly<Record<number, number>> = {
  77: 10000,
  78: 10001,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** Characters that have words of their own. */
export const CHARACTERS: Readonly<Record<string, number>> = {
  tab: 0x20,
  emdash: 0x2014,
  endash: 0x2013,
  emspace: 0x20,
  enspace: 0x20,
  qmspace: 0x20,
  bullet: 0x2022,
  lquote: 0x2018,
  rquote: 0x2019,
  ldblquote: 0x201c,
  rdblquote: 0x201d,
};
