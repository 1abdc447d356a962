import type { PlacesTexts } from "../places";

const named =
  (what: string) =>
  (name: string): string =>
    name === "" ? what : `${what}「${name}」`;

export const placesJa: PlacesTexts = {
  steps: {
    subject: () => "件名",
    body: () => "本文",
    file: (name) => (name === "" ? "添付ファイル" : name),
    sheet: named("シート"),
    page: (name) => `${name}ページ`,
    slide: named("スライド"),
    hidden: named("非表示"),
    header: named("ヘッダー"),
    footer: named("フッター"),
    comment: named("コメント"),
    note: named("ノート"),
    textbox: named("テキストボックス"),
    property: named("プロパティ"),
    format: named("形式"),
    name: named("名前"),
  },
  row: (row) => `${row}行目`,
  separator: " › ",
};
