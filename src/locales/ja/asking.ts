import type { AskingTexts } from "../asking";
import { grouped } from "../grouped";
import { signOffAlertJa } from "./sign-off-alert";

export const askingJa: AskingTexts = {
  title: "承認",
  noService: {
    title: "承認の依頼は、まだできません",
    text: "会社の承認サービスが用意されると、この画面から依頼できるようになります。いまは、上のボタンで直すか、上長に相談して別の方法で渡してください。",
  },
  connecting: "承認サービスに接続しています…",
  signedOut: {
    title: "サインインすると、承認を依頼できます",
    text: "だれの依頼かを確かめるため、会社のアカウントでサインインしてください。",
  },
  signInProblems: {
    cancelled: "サインインは中止されました。メールはそのままです。もう一度押すと、やり直せます。",
    unsupported:
      "このOutlookではサインインできません。Outlookを更新するか、ブラウザー版のOutlookで下書きを開いて依頼してください。",
    failed:
      "サインインできませんでした。ネットワークを確かめて、もう一度押してください。続くときは社内のIT担当者に知らせてください。",
  },
  signIn: "サインインする",
  again: "もう一度つなぐ",
  cannotAsk: {
    title: "このままでは、承認を依頼できません",
    text: "中身や宛先を確認できないものがあり、承認する内容が決まりません。上の説明に従って、外すか、ファイルとして付け直してください。",
  },

  ask: {
    title: "上長に承認を依頼する",
    text: "承認されると、このメールをこのままの内容で送れます。",
  },
  askAgain: {
    title: "もう一度依頼する",
    text: "いまの内容で、新しい依頼を出します。前の依頼と変わった点は、上長にも表示されます。",
  },
  reason: "送る理由",
  chooseReason: "選んでください",
  note: "理由のくわしい説明",
  noteWanted: (others) =>
    `ほかの人の情報が${grouped(others)}人分あるため、なぜ送るのかを書いてください。`,
  noteHint: "上長がそのまま読みます（500字まで）。",
  urgent: "急ぎです",
  urgentHint: "お客様がお待ちのときなど。上長の一覧の先頭に出ます。",
  whatIsSent:
    "依頼すると、このメールの宛先・本文・添付ファイルが会社の承認サービスに送られ、暗号化して保管されます。",
  askButton: "承認を依頼する",
  missing: {
    reason: "送る理由を選んでください。",
    note: "理由の説明を書いてください。",
  },

  steps: {
    saving: "下書きを保存しています…",
    reading: "メールを読み直しています…",
    sending: "承認サービスに渡しています…",
    asking: "依頼を出しています…",
  },
  progress: (percent) => `${percent}%`,
  cancel: "中止する",

  waiting: "承認を待っています",
  waitingFor: (who) => `依頼先: ${who}`,
  askedAt: (time) => `依頼した時刻: ${time}`,
  expiresAt: (time) => `${time}まで承認を待ちます。承認されたら、24時間以内に送ってください。`,
  twoManagers: (done) => `2人の承認が必要です（いま${done}人）。`,
  outsideUnit: "1人は、ほかの部署の承認者です。",
  privacyOfficer: "個人情報の責任者の承認が必要です。",
  reminder: (to, time) =>
    ({
      manager: `${time}に、もう一度知らせます。`,
      deputy: `${time}に、代理の人にも知らせます。`,
      "duty-pool": `${time}に、当番の人にも知らせます。`,
    })[to],
  whileWaiting:
    "この画面とメールは閉じてかまいません。下書きを開くと続きが見られます。内容を変えると、もう一度依頼が必要になります。",
  withdraw: "依頼を取り下げる",
  withdrawing: "取り下げています…",
  notLive: "いま自動では更新されていません。「もう一度確認」を押すと最新になります。",

  approved: "承認されました。「送信」を押してください",
  approvedBy: (name, time) => `${name}さんが${time}に承認しました。`,
  sendUntil: (time) => `${time}まで送れます。`,
  storing: "承認をこのメールに入れています…",
  notStored:
    "承認をこのメールに入れられませんでした。ネットワークにつながっていれば、このまま「送信」を押せます。",
  storeAgain: "もう一度入れる",
  approvedNotice: "承認されたメールです。内容を変えずに「送信」を押してください。",
  endedNotice: "承認は、いまのメールには使えません。「送信前の確認」を開いてください。",
  dontChange: "宛先・本文・添付を変えると、この承認は使えなくなります。",

  rejected: (name) => `${name}さんが差し戻しました`,
  comment: (text) => `コメント: ${text}`,
  noComment: "コメントはありません。",
  changeAndAsk: "メールを直してから、もう一度依頼してください。",
  askAgainButton: "もう一度依頼する",

  changed: (fields) =>
    fields === ""
      ? "依頼したあとに、メールが変わりました"
      : `依頼したあとに、${fields}が変わりました`,
  changedText: {
    requested:
      "上長が見ているのは変わる前のメールです。元に戻すか、いまの内容で依頼し直してください。",
    approved:
      "承認は、変わる前のメールのものです。元に戻すか、変わった点の承認を依頼してください。",
  },
  askDifference: "変わった点の承認を依頼する",
  fields: signOffAlertJa.fields,
  betweenFields: signOffAlertJa.betweenFields,

  over: {
    withdrawn: {
      title: "依頼は取り下げられています",
      text: "送るには、もう一度依頼してください。",
    },
    superseded: {
      title: "新しい依頼に置き換わっています",
      text: "ほかの画面で、同じ下書きから依頼し直されています。",
    },
    expired: {
      title: "期限が切れました",
      text: "期限までに承認または送信されませんでした。送るには、もう一度依頼してください。",
    },
    revoked: {
      title: "承認が取り消されました",
      text: "理由を承認者に確かめてください。送るには、もう一度依頼してください。",
    },
  },
  released: {
    title: "この承認は、送信に使われました",
    text: "この画面から、もう一度「送信」を押すことはできます。別の画面で送ろうとして送られなかったときだけ、下のボタンを押してください。押したことは記録されます。",
  },
  reopen: "送られていません。この画面から送る",
  reopening: "送れるようにしています…",
  needless: {
    title: "このメールに、承認は要らなくなりました",
    text: "出してある依頼は、下のボタンで取り下げてください。",
  },

  problems: {
    "not-saved": () =>
      "下書きを保存できなかったため、依頼していません。少し待って、もう一度押してください。",
    "mail-unreadable": () =>
      "メールを読み直せなかったため、依頼していません。少し待って、もう一度押してください。",
    "mail-changing": (names) =>
      `メールがまだ動いているため、依頼していません${names === "" ? "" : `（${names}）`}。編集や読み込みが終わったら、もう一度押してください。`,
    "mail-changed": () =>
      "確認したあとにメールが変わったため、依頼していません。いま確認し直しています。終わったら、もう一度押してください。",
    "file-unreadable": (names) =>
      `読み取れない添付があるため、依頼していません（${names}）。パソコンに保存し、ファイルとして付け直してください。`,
    "not-askable": () =>
      "承認する内容が決まらないため、依頼していません。上の説明に従って直してください。",
    "no-item": () =>
      "このメールの目印をOutlookが保存できなかったため、依頼していません。下書きを保存して開き直し、もう一度押してください。",
    "digest-differs": () =>
      "承認サービスに渡した内容がこのメールと一致しなかったため、依頼を取り下げました。もう一度押してください。続くときは社内のIT担当者に知らせてください。",
  },

  openTitle: "ほかのメール：承認待ち・承認済み未送信",
  openNote: "承認済みのメールは、下書きを開いて「送信」を押すと送れます。",
  noSubject: "（件名なし）",
  waitsUntil: (time) => `${time}まで承認を待ちます。`,
  openLine: ({ others, outside, files }) =>
    `${others > 0 ? `${grouped(others)}人の情報 → ` : ""}社外${grouped(outside)}件${files > 0 ? `・添付${grouped(files)}件` : ""}`,
};
