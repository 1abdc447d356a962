import type { ServiceCommandsTexts } from "../service-commands";

const PARTS = { units: "部署", persons: "人", mailboxes: "共有メールボックス", dutyPool: "当番" };
const CHANGES = { added: "追加", removed: "削除", changed: "変更" };

const PROBLEMS: Readonly<Record<string, string>> = {
  "directory/not-csv": "CSVとして読めません。閉じていない引用符がないか確かめてください。",
  "directory/not-json": "JSONとして読めません。",
  "directory/shape": "形が違います。docs/directory.md の例と比べてください。",
  "directory/columns": "見出しに知らない列があるか、列の数が合いません。",
  "directory/kind": "kind は unit、person、account、manager、deputy、mailbox のどれかです。",
  "directory/value": "値がないか、使えない値です。",
  "directory/twice": "同じものが二度あります。",
  "directory/unknown-unit": "名簿にない部署です。",
  "directory/unknown-person": "名簿にない人です。",
  "directory/address": "メールアドレスとして読めないか、正しい書き方ではありません。",
  "directory/dates": "日付が読めないか、終わりが始まりより前です。",
  "directory/not-manager": "その部署の上長ではありません。",
  "directory/cycle": "部署の親子が輪になっています。",
  "directory/no-manager": "部署に承認できる上長がいません。上長を一人以上決めてください。",
  "directory/no-second-approver":
    "上長自身のメールを承認できる人がほかにいません。上の部署か当番に一人加えてください。",
  "directory/stale": "その間に別の変更がありました。もう一度実行してください。",
  "directory/invalid": "名簿をこのまま公開できません。",
  "policy/stale": "その間に別の変更がありました。もう一度実行してください。",
  "policy/invalid": "方針をこのまま公開できません。",
  "api/unavailable": "データベースにつながりません。",
  "approval/seal-broken":
    "データベースの行が、サービス以外の手で書き換えられています。何も変えていません。",
};

export const serviceCommandsJa: ServiceCommandsTexts = {
  usage: `使い方（サービスの準備）:
  sekisho manifest --host https://… [--id GUID] [--client-id GUID]
      自社のホスト用のマニフェストを表示します。--id は一度決めたら変えないでください。
      --client-id は Entra のアプリ登録のクライアントIDです。
  sekisho addin フォルダー --host https://…
      アドインのファイルを別のホストに置くために書き出し、そこで付けるヘッダーを表示します。
  sekisho keys init フォルダー
      鍵の組と秘密を新しく作ります。
  sekisho keys renew フォルダー --root ファイル
      鍵の組を作り直します（180日有効）。使い終えた鍵は外します。
  sekisho keys rotate フォルダー --root ファイル [--now]
      署名の鍵を替えます。1度目に次の鍵を知らせ、14日後の2度目に入れ替えます。
      --now は鍵が漏れたときだけ：すぐに替え、それまでの承認は使えなくなります。
  sekisho directory import ファイル [--dry-run] [--tenant ID]
      名簿（CSVかJSON）を公開します。--dry-run は違いを見せるだけです。
  sekisho policy show [--tenant ID]
      今の方針を表示します。ファイルに保存して直し、policy publish に渡せます。
  sekisho directory sync [--dry-run] [--grant] [--tenant ID]
      名前・アドレス・退職・上長をMicrosoft Entraに合わせます。Entraでだけ上長の人には、
      --grant を付けたときだけ承認する権限を渡します。
  sekisho policy publish ファイル [--dry-run] [--tenant ID]
      方針を公開します。--dry-run は違いを見せるだけです。`,
  badOption: (detail) => `指定が正しくありません: ${detail}`,
  sharedId:
    "--id がないので、見本と同じIDです。自社で使うときは新しいGUIDを --id で指定してください。",
  noClientId:
    "--client-id がないので、アドインは Outlook からトークンをもらえません。開いた画面でサインインしたときだけ方針が届きます。",
  notAddInOrigin: (host) =>
    `${host} はサービスを呼べません。サービスの設定 SEKISHO_ADDIN_ORIGINS に加えてください。`,
  addInWritten: (folder, files) =>
    `${folder} に${files}個のファイルを書きました。このホストでは、すべてのファイルに次のヘッダーを付けてください。`,
  notWritten: (folder, code) =>
    code === "EEXIST"
      ? `${folder}: すでにあります。新しいフォルダーの名前を指定してください。`
      : `${folder}: 書けませんでした（${code}）。`,
  keysWritten: (folder, files) => `${folder} に鍵を作りました。

  ${files.root}
      鍵の大もとです。サーバーには置かず、USBメモリーなどに移して金庫に保管してください。
      ${files.set} を作り直すとき（遅くとも180日ごと）だけ使います。
  ${files.signing}  ${files.master}
      サーバーだけが読める場所に置き、別々にバックアップしてください。
      ${files.master} をなくすと、データベースの中身は二度と読めません。
  ${files.set}
      秘密ではありません。サーバーに置いてください。
  ${files.settings}
      この4行をサービスの設定（環境変数）に加えてください。`,
  renewed: (until, left) =>
    `鍵の組を作り直しました（${until} まで有効${left === 0 ? "" : `、使い終えた鍵を${left}個外しました`}）。サービスを再起動してください。`,
  rotationBegun: (from) =>
    `次の鍵を作り、鍵の組に加えました。サービスを再起動し、${from} 以降にもう一度実行すると入れ替わります。`,
  rotationEarly: (from) =>
    `まだ入れ替えられません。すべての人に次の鍵が届く ${from} 以降に実行してください。何も変えていません。`,
  rotated: (renewFrom) =>
    `署名の鍵を入れ替えました。サービスを再起動してください。古い鍵は ${renewFrom} 以降に keys renew で外れます。`,
  rotatedNow:
    "署名の鍵をすぐに入れ替え、古い鍵を外しました。サービスを再起動してください。古い鍵で出した承認は使えず、依頼し直しになります。",
  keysNotFit: "鍵の大もと、鍵の組、署名の鍵が一組ではありません。何も変えていません。",
  unreadable: (file, code) => `${file}: 読めませんでした（${code}）。`,
  notDirectory: (file, code, place) =>
    `${file}${place === "" ? "" : `（${place}）`}: ${PROBLEMS[code] ?? code}`,
  notPolicy: (file, place) => `${file}: 方針ファイルの ${place || "/"} が正しくありません。`,
  notPublished: (code, place) =>
    `公開できませんでした${place === "" ? "" : `（${place}）`}: ${PROBLEMS[code] ?? code}`,
  difference: (part, change, id, fields) =>
    `  ${CHANGES[change]}  ${PARTS[part]} ${id}${fields === "" ? "" : `（${fields}）`}`,
  firstPolicy: "初めての方針です。今は、組み込みの最も厳しい方針が働いています。",
  policyDifference: (field) => `  ${CHANGES.changed}  方針 ${field}`,
  notGranted: (unit, person) =>
    `  渡していません  部署 ${unit} の上長 ${person}（Entraでは上長です。--grant で渡します）`,
  strangerManager: (unit) =>
    `  渡していません  部署 ${unit} のEntraでの上長が名簿にいません。先に名簿に加えてください。`,
  noGraph:
    "このテナントのMicrosoft Graphの設定がありません。docs/configuration.md の SEKISHO_GRAPH_TENANT を見てください。",
  graphFailed: (code) =>
    `Microsoft Entraから確かな答えがありません（${code}）。何も変えていません。`,
  same: "違いはありません。何も変えていません。",
  dryRun: (changes) => `${changes}件の違いがあります。--dry-run なので何も変えていません。`,
  published: (version) => `公開しました（第${version}版）。`,
  whichTenant: "テナントがいくつもあります。--tenant ID で選んでください。",
  settingsAre:
    "設定は環境変数から読みます。サービスの設定ファイルを読み込んでから実行してください（docs/deploy.md の 5）。",
};
