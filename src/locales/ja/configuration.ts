import type { ConfigurationTexts } from "../configuration";

export const configurationJa: ConfigurationTexts = {
  notStarted: "サービスを始められません。次の設定を直してください。",
  started: (origin) => `サービスを始めました: ${origin}`,
  noticesWait:
    "お知らせメールの設定がありません。承認は使えますが、お知らせは設定されるまで待ちます。",
  keySetEnds: (days) =>
    `鍵の組はあと${days}日で切れ、そのあとは承認できません。npx sekisho keys renew で作り直してください（docs/deploy.md）。`,
  problems: {
    missing: "設定がありません。docs/configuration.md を見て設定してください。",
    "not-origin": "https://ホスト名 の形で書いてください。最後の / やパスは付けません。",
    "not-address": "https:// で始まる住所を書いてください。利用者名やパスワードは入れられません。",
    "not-list": "読めない値があります。カンマか空白で区切って書いてください。",
    "not-guid": "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx の形のIDを書いてください。",
    "not-listen": "127.0.0.1:8080 のように「アドレス:ポート」で書いてください。",
    "not-database": "postgres://… か file:… で書いてください。",
    "not-secret": "32バイトをbase64urlで書いてください。npx sekisho keys init が作ります。",
    "not-key": "鍵として読めません。npx sekisho keys init が書いたものを、そのまま使ってください。",
    "not-mailbox": "お知らせの差出人のメールアドレスを書いてください。",
    "not-smtp": "smtp://ホスト:587 か smtps://ホスト:465 で書いてください。",
    "not-level": "fatal、error、warn、info のどれかを書いてください。",
    "not-hours": "09:00-18:00、月から金は 1-5、休みの日は 2026-01-01 のように書いてください。",
    "not-number": "決められた範囲の整数を書いてください。docs/configuration.md を見てください。",
    "unreadable-file": "このファイルを読めません。場所と権限を確かめてください。",
    "both-given": "値と _FILE の両方があります。どちらか一方にしてください。",
    "same-origin": "添付ファイル用には、サービスや画面とは別のホスト名を使ってください。",
    "same-database": "鍵の保管先には、本体とは別のデータベースを使ってください。",
    loopback: "このコンピューター自身を指しています。会社のサインイン先の住所を書いてください。",
    "empty-tenants": "利用を認める会社（テナントID）を一つ以上書いてください。",
    "demo-issuer": "デモのサインイン先です。会社のサインイン先に変えてください。",
    "demo-tenant": "デモの会社のIDです。自社のテナントIDに変えてください。",
    "demo-keys": "デモの鍵です。npx sekisho keys init で自社の鍵を作ってください。",
    "demo-people": "データベースの名簿にデモの人がいます。デモのデータベースは使わないでください。",
    "storage/url":
      "データベースの住所が正しくありません。postgres://… か file:… で書いてください。",
    "storage/newer-schema":
      "データベースはもっと新しい版で使われていました。その版以降のサービスを使ってください。",
    "storage/half-migrated":
      "データベースの更新が途中で止まっています。バックアップから戻すか、もう一度始めてください。",
    "storage/other-keys":
      "データベースは別の鍵で使われています。同じ鍵の組と秘密に戻してください。",
    "storage/older-keys":
      "データベースはもっと新しい鍵の組で使われています。新しい組を使ってください。",
    "storage/same-key-store": "鍵の保管先には、本体とは別のデータベースを使ってください。",
    "keys/invalid":
      "鍵の組が正しくないか、期限が切れています。npx sekisho keys init が書いたものを確かめ、期限切れなら npx sekisho keys renew で作り直してください。",
    "record/sink": "記録の控えを書けません。SEKISHO_HEADS_FILE の場所と権限を確かめてください。",
    "network/taken":
      "このアドレスとポートは使えません。ほかのプログラムが使っていないか確かめてください。",
    failed: "思わぬ問題で始められません。表示された種類と場所をシステム担当者に知らせてください。",
  },
};
