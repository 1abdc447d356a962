import type { DirectoryCodesTexts, TokenCodesTexts } from "../sign-off-codes";

const RENEW = "確認画面を開くと、新しいものを受け取ります。";
const ASK_IT = "確認画面を開いても続くときは、社内のIT担当者に知らせてください。";

export const tokenCodesJa: TokenCodesTexts = {
  "token/malformed": { what: "承認や設定のデータが壊れています。", remedy: RENEW },
  "token/type": { what: "別の用途のデータです。", remedy: ASK_IT },
  "token/algorithm": { what: "使えない方式で署名されています。", remedy: ASK_IT },
  "token/key": { what: "今は使われていない鍵で署名されています。", remedy: RENEW },
  "token/signature": { what: "署名が正しくありません。", remedy: ASK_IT },
  "token/expired": { what: "期限が切れています。", remedy: RENEW },
  "token/not-yet": {
    what: "まだ有効になっていません。",
    remedy: "パソコンの時計が合っているか確かめてください。",
  },
  "token/tenant": { what: "別の会社のものです。", remedy: ASK_IT },
  "token/serial": { what: "前のものより古くなっています。", remedy: RENEW },
  "token/mailbox": { what: "別のメールボックスのものです。", remedy: RENEW },
  "token/bundle": {
    what: "この関所は古くて使えません。",
    remedy: "Outlookを閉じて開き直してください。",
  },
};

export const directoryCodesJa: DirectoryCodesTexts = {
  "directory/twice": {
    what: "同じID、アカウント、アドレスまたは人が2回書かれています。",
    remedy: "どちらか一方を消してください。",
  },
  "directory/unknown-unit": {
    what: "名簿にない部署を指しています。",
    remedy: "部署を名簿に加えるか、正しい部署に直してください。",
  },
  "directory/unknown-person": {
    what: "名簿にない人を指しています。",
    remedy: "その人を名簿に加えるか、正しい人に直してください。",
  },
  "directory/address": {
    what: "メールアドレスとして読めない書き方です。",
    remedy: "半角小文字で、name@example.co.jp の形に直してください。",
  },
  "directory/dates": {
    what: "代行の終わりが始まりより前になっています。",
    remedy: "終わりを始まりより後の日時に直してください。",
  },
  "directory/not-manager": {
    what: "その部署の責任者ではない人の代行になっています。",
    remedy: "代行する相手を部署の責任者から選んでください。",
  },
  "directory/cycle": {
    what: "上位の部署をたどると自分に戻ります。",
    remedy: "上位の部署を直してください。",
  },
  "directory/no-manager": {
    what: "承認できる責任者がいません。",
    remedy: "在籍していてサインインできる責任者を1人以上登録してください。",
  },
  "directory/no-second-approver": {
    what: "責任者自身のメールを承認できる人がいません。",
    remedy: "もう1人の責任者、上位の部署の責任者、または当番を登録してください。",
  },
};
