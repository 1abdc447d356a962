import type { Language } from "./language";

/** What `sekisho audit verify` says. */
export interface AuditTexts {
  readonly usage: string;
  missing(variable: string): string;
  readonly unreadable: string;
  readonly nothing: string;
  intact(tenant: string, entries: number): string;
  broken(tenant: string): string;
  readonly proven: string;
  unproven(from: number): string;
  problem(code: string, sequence: number): string;
  row(table: string, id: string): string;
}

const ja: AuditTexts = {
  usage: `使い方:
  sekisho audit verify [--require-anchor] [--heads ファイル] [--lang ja|en]
      記録の連なりと、権限を与える行をすべて確かめます。設定はサービスと同じ環境変数から読みます。

終了コード: 0 正しい、1 壊れている（--require-anchor では末尾が確かめられないときも）、2 読めない、64 使い方の誤り`,
  missing: (variable) =>
    `環境変数 ${variable} がないか、正しくありません。サービスと同じ値を設定してください。`,
  unreadable:
    "データベースか、書き出した記録の先頭（heads）を読めませんでした。場所と権限を確かめてください。",
  nothing: "記録はまだありません。",
  intact: (tenant, entries) => `${tenant}: 正しい（${entries} 件）`,
  broken: (tenant) =>
    `${tenant}: 壊れています。復元や書き換えがなかったか調べ、直るまで承認を止めてください。`,
  proven: "  末尾まで確かめました。",
  unproven: (from) =>
    `  ${from + 1} 件目より後は、切り取られていても分かりません（書き出した記録の先頭がありません）。`,
  problem: (code, sequence) => `  ${code}（${sequence} 件目）`,
  row: (table, id) => `  行が正しくありません: ${table} ${id}`,
};

const en: AuditTexts = {
  usage: `Usage:
  sekisho audit verify [--require-anchor] [--heads FILE] [--lang ja|en]
      Checks the whole record and every row that gives authority. Reads the service's own variables.

Exit status: 0 whole, 1 broken (with --require-anchor also an unproven end), 2 unreadable, 64 wrong usage`,
  missing: (variable) => `${variable} is missing or wrong. Set it as for the service.`,
  unreadable:
    "The database or the exported heads could not be read. Check where they are and the rights.",
  nothing: "There is no record yet.",
  intact: (tenant, entries) => `${tenant}: whole (${entries} entries)`,
  broken: (tenant) =>
    `${tenant}: broken. Find out what was restored or changed, and stop approvals until then.`,
  proven: "  Proven up to its end.",
  unproven: (from) =>
    `  Behind entry ${from} nothing tells whether entries were cut off (no exported head).`,
  problem: (code, sequence) => `  ${code} (entry ${sequence})`,
  row: (table, id) => `  A row does not hold: ${table} ${id}`,
};

export const auditTexts: Readonly<Record<Language, AuditTexts>> = { ja, en };
