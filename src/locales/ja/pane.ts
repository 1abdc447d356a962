import { grouped, sizeInWords } from "../grouped";
import type { FixFacts, PaneTexts } from "../pane";

const filesJa = ({ files }: FixFacts): string => {
  const [first] = files;
  return files.length === 1 && first !== undefined ? `「${first}」` : `添付${files.length}件`;
};

const people = ({ recipients }: FixFacts): string => `社外の宛先${grouped(recipients)}件`;

const FIELDS = { to: "宛先", cc: "CC", bcc: "BCC" } as const;

/** 「宛先欄とCC欄」 */
const fieldsJa = ({ fields }: FixFacts): string =>
  fields.map((field) => `${FIELDS[field]}欄`).join("と") || "元の欄";

export const paneJa: PaneTexts = {
  stoppedAtSend: "送信を止めました。メールはまだ送られていません。",
  reading: "メールを読んでいます…",
  inspecting: "個人情報がないか確認しています…",
  progress: (percent) => `${percent}%終わりました`,
  cancel: "中止する",
  recheck: "もう一度確認",
  checkedAt: (time) => `${time}に確認した内容です`,

  together: (first, second) => `${first}${second}`,
  verdicts: {
    allow: {
      label: "送れます",
      title: "このまま送れます",
      text: "止める理由は見つかりませんでした。",
    },
    confirm: {
      label: "要確認",
      title: "送る前に確認してください",
      text: "下の項目を確かめて、チェックを入れると送れます。",
    },
    "sign-off": {
      label: "要承認",
      title: "上長の承認が必要です",
      text: "このままでは送れません。直せる項目は下のボタンで直せます。",
    },
    block: {
      label: "送れません",
      title: "このままでは送れません",
      text: "下の説明とボタンで直してください。直すと、もう一度確認します。",
    },
  },
  signOffByTwo: "上長2人の承認が必要です",
  noRecipientsYet: {
    title: "宛先を入れてください",
    text: "宛先が入ると、送れるかどうかを確認します。",
  },
  exposure(others, outside, unclear) {
    const persons = outside > unclear ? [`社外${grouped(outside - unclear)}人`] : [];
    const unknown = unclear > 0 ? [`不明な宛先${grouped(unclear)}件`] : [];
    return `${grouped(others)}人の情報 →\u00a0${[...persons, ...unknown].join("と")}`;
  },

  findings: "見つかったこと",
  findingsFolded: (count) => `見つかったことをもう一度見る（${count}件）`,
  samples: (count) => `見つかった例を見る（${grouped(count)}件・一部を伏せています）`,
  couldNotLook: (count) => `中を確認できなかったもの（${grouped(count)}件）`,

  fix: {
    "move-outside-to-bcc": (facts) => `${people(facts)}をBCCへ移す`,
    "remove-outside-recipients": (facts) => `${people(facts)}をすべて外す`,
    "remove-attachment": (facts) => `${filesJa(facts)}を外す`,
    "remove-came-along": (facts) => `ついてきた${filesJa(facts)}を外す`,
    "my-text-only": () => "自分の文章だけのメールにする",
  },
  fixing: "メールを直しています…",
  fixed: {
    "move-outside-to-bcc": (facts) =>
      `${people(facts)}を${fieldsJa(facts)}からBCCへ移しました。戻すときは、BCC欄から${fieldsJa(facts)}へ移してください。`,
    "remove-outside-recipients": (facts) =>
      `${people(facts)}を${fieldsJa(facts)}から外しました。「元に戻す」で同じ欄に戻せます。`,
    "remove-attachment": (facts) =>
      `${filesJa(facts)}を外しました。戻すときは、添付し直してください。`,
    "remove-came-along": (facts) =>
      `ついてきた${filesJa(facts)}を外しました。戻すときは、添付し直してください。`,
    "my-text-only": () =>
      "このメールを自分の文章と社外の宛先だけにしました（宛先が2件以上のときはBCC）。引用、社内の宛先、添付は外しました。「元に戻す」で文章と社内の宛先を戻せます。添付は付け直してください。",
  },
  fixProblems: {
    failed: "メールを直せませんでした。メールは元のままです。もう一度押すか、手で直してください。",
    unsupported:
      "お使いのOutlookでは、このボタンで直すことができません。メールは元のままです。メールの画面で直接直すか、Outlookを更新してください。",
    changed:
      "直している間にメールが変わったため、何も変えていません。いまの内容を確認し直しました。もう一度押してください。",
    group:
      "グループや、アドレスのない宛先があるため、自動では直しません。メールは元のままです。宛先欄で直接直してください。",
    left: "直せる欄だけ直しました。グループや、アドレスのない宛先がある欄は、宛先欄で直接直してください。",
    partly:
      "一部の添付しか外せませんでした。残りは、メールの画面で外してください。下はいまのメールの状態です。",
    missing: "途中で止まり、元に戻せない宛先がありました。次の宛先を、手で入れ直してください。",
    "half-done":
      "途中で止まり、件名と本文を元に戻せませんでした。宛先はそろっています。件名と本文を確かめてください。",
    nothing: "直すところは残っていませんでした。",
  },
  undo: "元に戻す",
  undone: (fix) =>
    fix === "my-text-only"
      ? "文章と社内の宛先を元に戻しました。外した添付は、付け直してください。"
      : "外した宛先を、元の欄に戻しました。",
  missingRecipients: "消えた宛先",
  removeChosen: (count) => `選んだ宛先を外す（${grouped(count)}件）`,

  confirmTick: "確かめました",
  confirmLeft: (count) => `あと${count}件、確認してください。`,
  confirmed: {
    title: "「送信」を押してください",
    text: "確かめたことを受け付けました。この内容のまま8時間以内に送れます。内容を変えたときは、もう一度確認します。",
  },
  confirmNotStored:
    "確認を保存できませんでした。もう一度チェックを入れるか、このまま「送信」を押してください。送信のときにもう一度お聞きします。",
  confirmStoring: "確認を保存しています…",

  recipients: "宛先",
  outside: (count) => `社外${grouped(count)}件`,
  inside: (count) => `社内${grouped(count)}件`,
  unknownDomain: "アドレスを確認できない宛先",
  consumer: "個人のメール",
  group: "グループ",
  fields: { to: "宛先", cc: "CC", bcc: "BCC" },
  noRecipients: "宛先はまだありません。",
  chooseRecipient: (address) => `${address}を選ぶ`,
  more: (count) => `ほか${grouped(count)}件を表示`,

  attachments: "添付ファイル",
  statuses: {
    clean: "個人情報なし",
    found: "個人情報あり",
    uninspectable: "中を確認できません",
  },
  persons: (count) => `${grouped(count)}人分`,
  size: sizeInWords,
  sizeUnknown: "大きさ不明",
  digest: "このメールの識別番号",
  removeFile: "外す",
  removeFileNamed: (name) => `「${name}」を外す`,

  failures: {
    "no-mail": {
      title: "書いているメールが見つかりません",
      text: "メールの作成画面を開き直してから、もう一度この画面を開いてください。",
    },
    "mail-unreadable": {
      title: "メールを読めませんでした",
      text: "Outlookから返事がありません。少し待って「もう一度確認」を押してください。続くときは、メールを下書きに保存して開き直してください。",
    },
    "mail-changing": {
      title: "メールの読み込みが終わっていません",
      text: "添付や引用の読み込み中のようです。少し待って「もう一度確認」を押してください。",
    },
    "inspection-failed": {
      title: "確認の途中で止まりました",
      text: "内容を最後まで確認できていないため、送れるとは言えません。「もう一度確認」を押してください。続くときは、添付を減らすか、社内の担当者に知らせてください。",
    },
    "inspection-late": {
      title: "確認に時間がかかりすぎています",
      text: "添付が大きいようです。添付を分けるか減らして、「もう一度確認」を押してください。",
    },
    cancelled: {
      title: "確認を中止しました",
      text: "まだ確認できていません。このまま「送信」を押すと、送信のときに確認します。",
    },
  },
  reader: {
    title: "関所は、送るメールを確認します",
    text: "受け取ったメールには何もしません。メールを書いているときに、この画面を開いてください。",
    points: [
      "社外へ送るメールと添付に、ほかの人の個人情報がないかを、この端末の中で確認します。",
      "問題があれば「送信」を止め、理由と直し方を示します。",
      "メールの内容が、確認のためにこの端末の外へ出ることはありません。",
    ],
    showDesk: "承認待ちの依頼を見る",
  },
};
