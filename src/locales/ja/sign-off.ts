import { grouped } from "../grouped";
import type { ChangeFacts, ChangedField, ExposureFacts, SignOffTexts } from "../sign-off";

function exposure({ others, outside, files, couldNotLook }: ExposureFacts): string {
  const to = `社外${grouped(outside)}人`;
  if (others > 0) return `${grouped(others)}人の情報 → ${to}`;
  if (couldNotLook) return `確認できない内容 → ${to}`;
  return files > 0 ? `ファイル${grouped(files)}件 → ${to}` : `メール → ${to}`;
}

const FIELDS: Readonly<Record<ChangedField, string>> = {
  to: "宛先",
  cc: "CC",
  bcc: "BCC",
  subject: "件名",
  body: "本文",
  attachments: "添付",
  from: "差出人",
};

const NAMED = 3;

function named(values: readonly string[]): string {
  const shown = values.slice(0, NAMED).map((each) => `「${each}」`);
  return values.length > NAMED ? `${shown.join("")}ほか${values.length - NAMED}件` : shown.join("");
}

function change({ field, added, removed }: ChangeFacts): string {
  if (field === "subject" || field === "body") return `${FIELDS[field]}を書き換え`;
  const parts = [
    ...(added.length > 0 ? [`${added.length}件追加 ${named(added)}`] : []),
    ...(removed.length > 0 ? [`${removed.length}件削除 ${named(removed)}`] : []),
  ];
  return `${FIELDS[field]}：${parts.length > 0 ? parts.join("、") : "変更"}`;
}

function waiting(minutes: number): string {
  if (minutes < 1) return "たった今";
  if (minutes < 60) return `${minutes}分待ち`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours}時間待ち` : `${Math.floor(hours / 24)}日待ち`;
}

export const signOffJa: SignOffTexts = {
  title: "関所：送信の承認",
  boxes: { "to-decide": "承認待ち", decided: "決定済み" },
  boxCount: (box, count) => `${box} ${grouped(count)}件`,
  nothing: {
    "to-decide": {
      title: "承認待ちの依頼はありません",
      text: "新しい依頼が届くと、ここに出ます。",
    },
    decided: { title: "決定した依頼はまだありません", text: "決めた依頼は、ここに残ります。" },
  },
  chooseOne: "一覧から依頼を選んでください。",
  loading: "読み込んでいます…",
  again: "もう一度読み込む",
  moreRequests: "続きを読み込む",
  signIn: "サインイン",
  signOut: "サインアウト",
  signingIn: "サインインしています…",
  signedOut: {
    title: "サインアウトしました",
    text: "続けるときは、もう一度サインインしてください。",
  },
  signInFailed: {
    title: "サインインできませんでした",
    text: "もう一度お試しください。続くときは、システム担当者に知らせてください。",
  },
  notConfigured: {
    title: "サインインの設定がありません",
    text: "この画面はまだ使えません。システム担当者に知らせてください。",
  },
  notLive: "サービスとの接続が切れています。自動でつなぎ直しています。",
  back: "一覧に戻る",

  exposure,
  unusual: {
    "consumer-addresses": "個人のアドレスあり",
    "came-along": "前のメールから付いてきた内容あり",
    "could-not-look": "中を確認できないものあり",
    "first-time-recipient": "はじめての相手",
    "look-alike-domain": "紛らわしいドメイン",
    "rejected-before": "前に差し戻し",
  },
  urgent: "至急",
  waiting,
  by: (name, unit) => `${name}（${unit}）`,
  states: {
    requested: "承認待ち",
    approved: "承認済み",
    rejected: "差し戻し",
    withdrawn: "取り下げ",
    superseded: "新しい依頼に差し替え",
    expired: "期限切れ",
    revoked: "承認取り消し",
    released: "送信済み",
  },
  verdicts: { allow: "問題なし", confirm: "要確認", "sign-off": "要承認", block: "送信不可" },

  sender: "送る人",
  sentAs: (mailbox) => `差出人の表示：${mailbox}`,
  asked: "依頼",
  expires: "期限",
  reason: "理由",
  reasons: {
    "customer-asked": "お客様から頼まれた",
    contract: "契約・手続き",
    quotation: "見積もり",
    notice: "お知らせ",
    supplier: "取引先との業務",
    authority: "役所などへの届け出",
    other: "その他",
  },
  note: "依頼者から",

  changes: "前の依頼から変わった点",
  askedAgain: "変更後の再依頼",
  openNewer: "新しい依頼を開く",
  change,
  rejectedBefore: (by, at) => `前に差し戻されています（${by}、${at}）`,
  rules: "承認が必要な理由",

  recipients: "宛先",
  outside: (count) => `社外 ${grouped(count)}人`,
  inside: (count) => `社内 ${grouped(count)}人`,
  tickAsk: "送ってよい相手か確かめて、チェックを入れてください。",
  tickNote: "個人のアドレスは、1件ずつ確かめます。",
  tickDomain: (domain, count) => `${domain}（${grouped(count)}人）に送ってよい`,
  tickAddress: (address) => `${address} に送ってよい`,
  unclear: "だれに届くか分からない宛先",
  consumer: "個人のアドレス",
  firstTime: "はじめて",
  group: "グループ",
  punycode: "国際化ドメイン",
  looksLike: (domain) => `${domain} に似ています`,
  fields: { to: "宛先", cc: "CC", bcc: "BCC（ほかの人に見えない）" },
  more: (count) => `ほか${grouped(count)}人を表示`,

  mail: "メール",
  subject: "件名",
  noSubject: "（件名なし）",
  body: "本文",
  masked: "個人情報は一部を伏せています。表示すると、見たことが記録されます。",
  reveal: "伏せずに表示する（記録されます）",
  revealed: "伏せずに表示しています。表示したことを記録しました。",
  moreText: "続きを表示",
  noText: "文字はありません。",

  attachments: "添付",
  noAttachments: "添付はありません。",
  statuses: {
    clean: "個人情報なし",
    found: "個人情報あり",
    uninspectable: "中を確認できません",
  },
  persons: (count) => `${grouped(count)}人分`,
  cameAlong: "前のメールから付いてきた",
  inline: "本文の画像",
  preview: "文字で見る",
  previewNamed: (name) => `「${name}」を文字で見る`,
  open: "開く",
  openNamed: (name) => `「${name}」を開く（新しいタブ）`,
  openNote: "開いたことは記録されます。リンクは1回だけ、60秒以内に使えます。",
  openReady: "新しいタブで開く",
  samples: (count) => `見つかった例（${grouped(count)}件・一部を伏せています）`,
  couldNotLook: (count) => `中を確認できなかったもの（${grouped(count)}件）`,

  decisions: "これまでの決定",
  approvals: (done, needed) => `承認 ${done}／${needed}人`,
  outsideUnit: "1人は、差出人の部署の外の承認者が必要です。",
  privacyOfficer: "個人情報の責任者の承認が必要です。",
  decided: {
    approve: (by, at) => `${by}が承認（${at}）`,
    reject: (by, at) => `${by}が差し戻し（${at}）`,
  },

  decide: "決定",
  number: "何人分の情報ですか（見出しの人数を入力）",
  comment: "コメント",
  commentNote: "差し戻すときは必ず書いてください。依頼した人に届きます。",
  approve: "承認する",
  reject: "差し戻す",
  sending: "記録しています…",
  missing: {
    ticks: (count) => `宛先のチェックが、あと${grouped(count)}件`,
    number: "人数の入力",
    wrongNumber: "入力した人数が違います",
    comment: "差し戻す理由を書いてください。",
  },
  ready: "承認できます。",
  notYours: {
    title: "この依頼は、いまのあなたには決められません",
    text: "自分に関わるメール、もう決めた依頼、ほかの部署の依頼は、ほかの承認者が決めます。",
  },
  done: {
    approved: (sender) => `承認しました。${sender}さんは、このメールを送れるようになりました。`,
    counted: (sender) =>
      `承認を記録しました。もう1人が承認すると、${sender}さんは送れるようになります。`,
    rejected: (sender) => `差し戻しました。${sender}さんにコメントが届きます。`,
    revoked: (sender) =>
      `承認を取り消しました。${sender}さんに知らせます。送るには、もう一度依頼が必要です。`,
  },
  together: {
    offer: (count) => `同じファイル・同じ理由の依頼が、ほかに${grouped(count)}件`,
    title: (count) => `${grouped(count)}件をいっしょに決める`,
    note: "ファイルと承認の理由が同じです。宛先と本文は、1件ずつ確かめてください。",
    files: "どの依頼にも付いている添付",
    numbered: (number, headline) => `${number}. ${headline}`,
    alone: "この依頼は変わったため、いっしょには決められません。一覧から開いて決めてください。",
    leaveOut: "この依頼は、いまは決めない",
    showBody: "本文を見る",
    single: "1件ずつ決める",
    none: "決める依頼がありません。",
    approve: (count) => `${grouped(count)}件を承認する`,
    reject: (count) => `${grouped(count)}件を差し戻す`,
    progress: (done, all) => `記録しています… ${done}／${all}件`,
    results: "決定の結果",
    answers: {
      approved: "承認しました",
      counted: "承認を記録しました（あと1人）",
      rejected: "差し戻しました",
    },
    refused: "決定できませんでした",
    next: "次へ進む",
  },
  revoke: {
    start: "承認を取り消す…",
    title: "この承認を取り消しますか",
    text: (sender) =>
      `${sender}さんは、このメールを送れなくなります。もう送られていたメールは戻せません。サービスにつながらないOutlookからは、承認のあとしばらく送れることがあります。`,
    comment: "取り消す理由（記録に残ります）",
    confirm: "取り消す",
    cancel: "取り消さない",
  },
  conflict: (state, who) =>
    who === "" ? `いまの状態：${state}` : `いまの状態：${state}（${who}）`,
  changedMeanwhile: "表示中の依頼の状態が変わりました。",
  erased: {
    title: "内容は消去済みです",
    text: "保存期間が過ぎたため、件数と決定だけが残っています。",
  },
  digest: "このメールの指紋",
  fromService: {
    title: "承認サービスが保存している内容です",
    text: "横のメールの文章は確かめていません。決定は、下の内容だけを見て行ってください。",
  },
};
