import type { SimulatorTexts } from "../simulator";

const WEEKDAYS = "日月火水木金土";

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

function timeOf(date: Date): string {
  return `${date.getHours()}:${two(date.getMinutes())}`;
}

export const simulatorJa: SimulatorTexts = {
  product: "さくらモーターズ メール",
  demo: "デモ",
  people: {
    "head-office": "本部 営業企画",
    staff: "桜ケ丘店 営業",
    manager: "桜ケ丘店 店長",
    deputy: "桜ケ丘店 副店長",
    "area-manager": "城南エリア長",
    "privacy-officer": "本部 個人情報保護管理者",
    "other-staff": "花水木店 営業",
    "other-manager": "花水木店 店長",
  },
  signedInAs: "使っている人",
  switchPerson: "使う人を替える",
  darkMode: "ダークモード",
  otherLanguage: "English",
  startOver: "最初からやり直す",
  folders: {
    inbox: "受信トレイ",
    drafts: "下書き",
    sent: "送信済みアイテム",
    outside: "社外の受信箱",
  },
  foldersLabel: "フォルダー",
  listLabel: "メールの一覧",
  readingLabel: "メール",
  newMail: "新規メール",
  emptyFolder: "メールはありません",
  emptyOutside: "社外にはまだ何も届いていません",
  nothingSelected: "メールを選んでください",
  nothingSelectedHint: "左の「試してみる」から始めると、場面ごとに案内します。",
  nothingSelectedHintNarrow: "左上の ☰ にある「試してみる」から始めると、場面ごとに案内します。",
  losing: {
    title: "書いたメールが消えます",
    text: "画面を開き直すため、書きかけのメールと保存した下書きは残りません。",
    stay: "続けて書く",
    goOn: "消して進む",
  },
  noSubject: "（件名なし）",
  unread: "未読",
  hasFiles: "添付ファイルあり",
  isDraft: "下書き",
  addInMissing:
    "アドインのマニフェストを読み込めないため、送信できません。npm start で開き直してください。",
  actions: {
    reply: "返信",
    replyAll: "全員に返信",
    forward: "転送",
    resend: "このメッセージを再送信",
    editAsNew: "新しいメールとして編集",
  },
  openDraft: "編集を続ける",
  saveAsFile: ".eml ファイルとして保存",
  download: "ダウンロード",
  downloadOf: (file) => `${file} をダウンロード`,
  filesLabel: "添付ファイル",
  fields: {
    from: "差出人",
    to: "宛先",
    cc: "CC",
    bcc: "BCC",
    subject: "件名",
    body: "本文",
  },
  recipientsHint: "名前またはメールアドレス",
  subjectHint: "件名を追加",
  removeRecipient: (name) => `${name} を外す`,
  unresolved: "この名前は見つかりません",
  group: "グループ",
  outside: "社外",
  suggestions: "候補",
  recipientCount: (count) => `${count}件`,
  compose: {
    window: "メールの作成",
    tabs: "開いているメール",
    send: "送信",
    sending: "送信前に確認しています…",
    save: "下書きを保存",
    saved: "下書きに保存しました",
    discard: "破棄",
    close: "閉じる（下書きに残す）",
    attach: "添付",
    ownFile: "このコンピューターから選ぶ",
    desktop: "デモ用のファイル",
    more: "その他",
    dropHere: "ここに放すと添付します",
    uploading: "アップロード中",
    removeFile: (file) => `${file} の添付をやめる`,
    noRecipients: "宛先を入力してください。",
    unresolvedLeft: "見つからない名前があります。赤い宛先を直すか外してから送信してください。",
    fileTooLarge: "25 MB を超えるファイルは添付できません。",
    commands: "メールの操作",
    formatting: "書式",
    bold: "太字",
    list: "箇条書き",
    link: "リンク",
    linkAddress: "リンク先のアドレス（https://…）",
    insertLink: "挿入",
    cancel: "キャンセル",
    notices: "お知らせ",
    dismiss: "閉じる",
    hidePane: "パネルを閉じる",
    pinPane: "ほかのメールを選んでも開いたままにする",
  },
  alert: {
    dontSend: "送信しない",
    sendAnyway: "このまま送信",
    tryLater: "あとで送信する",
    unavailable: (addin) =>
      `「${addin}」を読み込めませんでした。確認ができるまで、このメールは送信できません。少し待ってから、もう一度送信してください。`,
    timedOut: (addin) =>
      `「${addin}」の確認が時間内に終わりませんでした。もう一度送信してください。`,
    takingLonger: (addin) => `「${addin}」の確認に時間がかかっています`,
    takingLongerHint: "確認が終わるまで、そのままお待ちください。",
  },
  signIn: {
    title: "デモのサインイン",
    onlyDemo:
      "これはデモです。登場する人は架空で、パスワードはありません。ほんとうの導入では、会社の Microsoft 365 のサインイン画面がここに出ます。",
    choose: "だれとして使うかを選んでください",
    expired: "このサインインは時間切れです。元の画面に戻って、もう一度サインインしてください。",
  },
  quote: {
    from: "差出人:",
    sent: "送信日時:",
    to: "宛先:",
    cc: "CC:",
    subject: "件名:",
  },
  sentNotice: "送信しました",
  outsideNotice: (count) => `送信しました。社外の${count}人に届きました。`,
  stories: {
    title: "試してみる",
    intro: "登場する人、会社、お客様はすべて架空です。メールはこの画面の中だけで届きます。",
    begin: "この場面を始める",
    copyAddresses: "29件のアドレスをコピー",
    copied: "コピーしました",
    open: "開く",
    all: {
      accident: {
        title: "2019年7月の事故",
        steps: [
          "本部から届いた「夏のご案内：お客様リストの送付」を開きます。2,940名のリストが添付されています。",
          "「新しいメールとして編集」を押し、本文をお客様向けに書き替えます。",
          "29件のアドレスをコピーし、CC に貼り付けます。",
          "「送信」を押します。",
          "「確認画面を開く」を押し、「BCCへ移す」と「外す」で直します。直せたら、承認を依頼できます。",
        ],
      },
      "sign-off": {
        title: "承認をもらって送る",
        steps: [
          "山田様の「見積もりのお願い」に返信し、「添付」から「山田様_見積書.xlsx」を付けて「送信」を押します。",
          "「確認画面を開く」を押し、送る理由を選んで「承認を依頼する」を押します。",
          "右上で使う人を店長の松本 隆に替えます。受信トレイにお知らせが届いています。開いて、メールの上の「承認の依頼」を押します。",
          "宛先にチェックを入れ、「承認する」を押します。",
          "佐々木 健に戻ると、確認画面に「承認されました」と出ています。「送信」を押すと、社外の受信箱に届きます。",
        ],
      },
      "changed-after": {
        title: "承認のあとで1文字だけ直す",
        steps: [
          "「承認をもらって送る」のとおりに、店長が承認するところまで進みます。",
          "佐々木 健に戻り、本文を1文字だけ直して「送信」を押します。「本文が変わった」と言われて止まります。",
          "確認画面で「変わった点の承認を依頼する」を押します。店長の画面には、変わった点が出ます。",
        ],
      },
      "two-managers": {
        title: "1,000人分を超えるリスト",
        steps: [
          "本部のメールを転送し、宛先を info@hoshi-bankin.example（取引先）にして「送信」を押します。",
          "確認画面で理由とその説明を書き、承認を依頼します。承認する人は2人で、1人は桜ケ丘店の外の人です。",
          "店長の松本 隆で承認し、次に城南エリア長の高田 洋子で承認します。人数を数字で入力します。",
          "佐々木 健に戻り、「送信」を押します。",
        ],
      },
      mismatch: {
        title: "山田様に佐藤様の見積書",
        steps: [
          "山田様の「見積もりのお願い」に返信します。本文は「山田様」で始めます。",
          "「添付」からデモ用のファイル「佐藤様_見積書.xlsx」を付けます。",
          "「送信」を押します。",
        ],
      },
      everyday: {
        title: "社内のいつものメール",
        steps: ["「明日の朝礼の当番」に返信し、「送信」を押します。何も出ずに届きます。"],
      },
      draft: {
        title: "お客様が入った下書き",
        steps: [
          "下書きの「夏のご案内」を開きます。CC にお客様、添付に顧客一覧が残っています。",
          "「送信」を押します。",
        ],
      },
      phone: {
        title: "スマホで書きかけた下書き",
        steps: ["下書きの「お見積書の件」を開き、続きを書いて「送信」を押します。"],
      },
      "mail-in-mail": {
        title: "メールに添付されたメール",
        steps: [
          "「本部のメールです（添付）」を転送します。添付のメールの中に顧客一覧があります。",
          "宛先に山田様を入れて「送信」を押します。",
        ],
      },
      resend: {
        title: "送信済みのメールを再送信",
        steps: [
          "送信済みの「お客様リスト」で「このメッセージを再送信」（「…」の中のこともあります）を押します。",
          "CC に佐藤様を加えて「送信」を押します。",
        ],
      },
      "head-office": {
        title: "本部が営業全員に名簿を送る",
        steps: [
          "送信済みの「夏のご案内：お客様リストの送付」を再送信します（「…」の中のこともあります）。",
          "宛先は営業の6人のまま「送信」を押します。止めるのではなく、確かめるように聞かれます。",
          "宛先をグループ「全店営業」に替えると、だれに届くか分からないため、承認が必要になります。",
        ],
      },
      manager: {
        title: "店長が同じことをしたら",
        steps: [
          "店長として「夏のご案内：お客様リストの送付」を転送します。",
          "BCC に29件のアドレスを貼り付け、「送信」を押します。",
        ],
      },
    },
  },
  shortDate: (time) => {
    const date = new Date(time);
    const isToday = date.toDateString() === new Date().toDateString();
    return isToday ? timeOf(date) : `${date.getMonth() + 1}/${date.getDate()} ${timeOf(date)}`;
  },
  longDate: (time) => {
    const date = new Date(time);
    const day = `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
    return `${day}(${WEEKDAYS[date.getDay()] ?? ""}) ${timeOf(date)}`;
  },
  fileSize: (bytes) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
};
