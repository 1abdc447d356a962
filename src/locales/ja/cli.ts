import type { CliTexts } from "../cli";

const VERDICTS = {
  allow: "このまま送れます",
  confirm: "送信者の確認が必要です",
  "sign-off": "上長の承認が必要です",
  block: "送れません",
} as const;

const REASONS = {
  "file/missing": "ファイルが見つかりません。名前と場所を確かめてください。",
  "file/folder": "フォルダーです。中のファイルを指定してください。",
  "file/denied": "読む権限がありません。",
  "file/unreadable": "読めませんでした。",
  "file/not-mail": "メール（.eml）として読めませんでした。",
} as const;

export const cliJa: CliTexts = {
  usage: `使い方:
  sekisho inspect [--json] [--lang ja|en] ファイル…
      ファイルに何人分の個人情報があるかを数えます。
  sekisho check [--json] [--policy ファイル] [--role staff|manager] [--tenant ID] [--lang ja|en] メール.eml…
      メールを送ってよいかを、会社の方針（なければ標準の厳格な方針）で判定します。
  sekisho audit verify [--require-anchor] [--heads ファイル]
      承認サービスの記録と、権限を与える行をすべて確かめます。
  sekisho manifest | addin | keys | directory | policy
      サービスを準備します。くわしくは、それぞれを引数なしで実行してください。

  sekisho --version | --help

終了コード: 0 問題なし、1 見つかった・そのままでは送れない、2 読めないか中を確認できないファイルがあった、64 使い方の誤り`,
  unknownOption: (name) => `そのような指定はありません: ${name}`,
  optionValue: (option) => `指定の値が正しくありません: ${option}`,
  checkOnly: (option) => `${option} は check だけの指定です。`,
  noCommand: "inspect か check を指定してください。",
  unknownCommand: (name) => `そのようなコマンドはありません: ${name}`,
  noFiles: "ファイルを指定してください。",
  unreadable: (file, reason, hasMore) =>
    `${file}: ${REASONS[reason]}${hasMore ? "ほかのファイルは続けます。" : ""}`,
  badPolicy: (file, path) => `${file}: 方針ファイルの ${path || "/"} が正しくありません。`,
  clean: (file) => `${file}: 個人情報は見つかりませんでした`,
  found: (file, persons, kinds) => `${file}: ${persons}人分の個人情報（${kinds}）`,
  couldNotLook: (file, what, remedy) => `${file}: 中を確認できません。${what}${remedy}`,
  verdict: (file, verdict) => `${file}: ${VERDICTS[verdict]}`,
};
