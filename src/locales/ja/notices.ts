import { grouped } from "../grouped";
import type { NoticeCounts, NoticesTexts, NoticeWord } from "../notices";

const LEADS: Readonly<Record<NoticeWord, (sender: string) => string>> = {
  asked: (sender) => `${sender} さんが、社外へのメールの承認を求めています。`,
  reminder: (sender) => `${sender} さんの依頼が、まだ承認を待っています。`,
  "stand-in": (sender) =>
    `${sender} さんの依頼が承認を待っています。担当の上長に代わって確認できます。`,
  approved: () => "メールが承認されました。Outlookで同じメールを開いて送信してください。",
  rejected: () => "メールは差し戻されました。理由を見て、直してください。",
  revoked: () => "承認が取り消されました。このメールは送れません。",
  expired: () => "依頼の期限が過ぎました。必要なら、もう一度依頼してください。",
  expiring: () => "承認されたメールがまだ送られていません。まもなく期限が切れます。",
  superseded: (sender) => `${sender} さんが依頼を出し直しました。前の依頼は終わりました。`,
  withdrawn: (sender) => `${sender} さんが依頼を取り下げました。`,
};

const counts = ({ others, outside, files }: NoticeCounts): string =>
  `${grouped(others)}人の情報 → 社外${grouped(outside)}人（ファイル${grouped(files)}件）`;

export const noticesJa: NoticesTexts = {
  subjects: {
    asked: "【関所】承認の依頼",
    reminder: "【関所】承認待ちのお知らせ",
    "stand-in": "【関所】代わりの承認のお願い",
    approved: "【関所】承認されました",
    rejected: "【関所】差し戻されました",
    revoked: "【関所】承認の取り消し",
    expired: "【関所】依頼の期限切れ",
    expiring: "【関所】まもなく期限切れ",
    superseded: "【関所】依頼の出し直し",
    withdrawn: "【関所】依頼の取り下げ",
  },
  text: (word, facts) => `${LEADS[word](facts.sender)}\n${counts(facts)}`,
  footer: "このメールに返信しても、承認や差し戻しはできません。必ず上の画面で確認してください。",
};
