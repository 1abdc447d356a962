import type { RefusalsTexts } from "../refusals";

export const refusalsJa: RefusalsTexts = {
  "extract/encrypted": {
    what: "パスワードがかかっています。",
    remedy: "パスワードのない元のファイルを付けてください。",
  },
  "extract/damaged": {
    what: "ファイルが壊れています。",
    remedy: "元のアプリで開いて保存し直し、付け直してください。",
  },
  "extract/too-large": {
    what: "大きすぎて、最後まで確認できません。",
    remedy: "必要な部分だけのファイルにするか、いくつかに分けてください。",
  },
  "extract/too-deep": {
    what: "圧縮ファイルの中に圧縮ファイルが何重にも入っています。",
    remedy: "取り出してから、ファイルをそのまま付けてください。",
  },
  "extract/too-many-entries": {
    what: "圧縮ファイルの中のファイルが多すぎます。",
    remedy: "必要なファイルだけを選んで付けてください。",
  },
  "extract/too-slow": {
    what: "時間内に確認が終わりませんでした。",
    remedy: "もう一度試すか、必要な部分だけのファイルにしてください。",
  },
  "extract/image": {
    what: "画像や動画の中は自動では確認できません。",
    remedy: "写っている内容を自分の目で確かめてください。",
  },
  "extract/pdf": {
    what: "このPDFの文字は自動では確認できません。",
    remedy: "元の文書を付けるか、内容を自分の目で確かめてください。",
  },
  "extract/unknown": {
    what: "何のファイルか分かりません。",
    remedy: "Excel（xlsx）、Word（docx）、csvなど、中を確認できる形式で保存し直してください。",
  },
  "extract/unsupported": {
    what: "この形式の中身はまだ確認できません。",
    remedy: "xlsx、docx、csvなど、中を確認できる形式で保存し直してください。",
  },
  "extract/elsewhere": {
    what: "この形式の中身は、送信の時点では確認できません。",
    remedy: "「確認画面を開く」を押すと、中を確認した結果が見られます。",
  },
  "extract/active-content": {
    what: "プログラムや入力フォームなど、動く内容が入っています。",
    remedy: "その部分を消すか、文章だけのメールにしてください。",
  },
  "attachment/cloud": {
    what: "クラウド上のファイルへのリンクのため、中を確認できません。",
    remedy: "ファイルを手元に保存し、コピーとして付けてください。",
  },
  "attachment/item": {
    what: "メールや予定がそのまま添付されているため、中を確認できません。",
    remedy: "ファイルに保存してから付けるか、外してください。",
  },
  "attachment/unreadable": {
    what: "添付ファイルか本文の画像を読み取れませんでした。",
    remedy: "読み込みが終わるのを待つか、いったん外して付け直してください。",
  },
  "recipient/group": {
    what: "グループのため、だれに届くのか分かりません。",
    remedy: "グループを展開して、1人ずつの宛先にしてください。",
  },
  "recipient/blank": {
    what: "メールアドレスの分からない宛先です。",
    remedy: "宛先をいったん消して、メールアドレスを入れ直してください。",
  },
  "recipient/capped": {
    what: "宛先が多すぎて、すべては読み取れませんでした。",
    remedy: "宛先を減らして、何回かに分けて送ってください。",
  },
  "recipient/address": {
    what: "メールアドレスを読み取れないため、社内か社外か分かりません。",
    remedy: "メールアドレスを半角文字で入れ直してください。",
  },
  "message/unreadable": {
    what: "メールの一部を読み取れませんでした。",
    remedy: "下書きを保存して開き直し、もう一度試してください。",
  },
};
