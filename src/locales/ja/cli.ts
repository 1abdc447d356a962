import type { CliTexts } from "../cli";

const VERDICTS = {
  allow: "このまま送れます",
  confirm: "送信者の確認が必要です",
  "sign-off": "上長の承認が必要です",
  block: "送れません",
} as const;

export const cliJa: CliTexts = {
  usage: `使い方:
  sekisho inspect [--json] [--lang ja|en] ファイル…
      ファイルに何人分の個人情報があるかを数えます。
  sekisho check [--json] [--policy ファイル] [--role staff|manager] [--tenant ID] [--lang ja|en] メール.eml…
      メールを送ってよいかを、会社の方針（なければ標準の厳格な方針）で判定します。
  sekisho audit verify [--require-anchor] [--heads ファイル]
      承認サービスの記録と、権限を与える行をすべて確かめます。
  sekisho manifest | keys init | directory import | policy publish
      サービスを準備します。くわしくは、それぞれを引数なしで実行してください。

終了コード: 0 問題なし、1 見つかった・そのままでは送れない、2 読めないファイルがあった、64 使い方の誤り`,
  badOption: (detail) => `指定が正しくありません: ${detail}`,
  unknownCommand: (name) => `そのようなコマンドはありません: ${name}`,
  noFiles: "ファイルを指定してください。",
  unreadable: (file, code) => `${file}: 読めませんでした（${code}）。ほかのファイルは続けます。`,
  notMail: (file) => `${file}: メール（.eml）として読めませんでした。`,
  badPolicy: (file, path) => `${file}: 方針ファイルの ${path || "/"} が正しくありません。`,
  clean: (file) => `${file}: 個人情報は見つかりませんでした`,
  found: (file, persons, kinds) => `${file}: ${persons}人分の個人情報（${kinds}）`,
  couldNotLook: (file, reason) => `${file}: 中を確認できません。${reason}`,
  verdict: (file, verdict) => `${file}: ${VERDICTS[verdict]}`,
};
