import type { ProblemsTexts } from "../problems";

export const problemsJa: ProblemsTexts = {
  network: {
    title: "承認サービスにつながりません",
    text: "何も変わっていません。ネットワークを確かめて、もう一度お試しください。",
  },
  "api/invalid": {
    title: "サービスが受け付けない内容でした",
    text: "何も変わっていません。画面を開き直してください。続くときは、システム担当者に知らせてください。",
  },
  "api/not-found": {
    title: "見つかりません",
    text: "依頼がないか、あなたには見る権限がありません。",
  },
  "api/too-large": {
    title: "大きすぎて送れません",
    text: "添付を減らすか、分けてください。",
  },
  "api/media-type": {
    title: "サービスが受け付けない形式でした",
    text: "画面を開き直してください。続くときは、システム担当者に知らせてください。",
  },
  "api/too-many": {
    title: "操作が続いたため、少しお待ちください",
    text: "何も変わっていません。1分ほど待って、もう一度お試しください。",
  },
  "api/internal": {
    title: "サービスで問題が起きました",
    text: "何も変わっていません。少し待って、もう一度お試しください。",
  },
  "api/unavailable": {
    title: "サービスがいま使えません",
    text: "何も変わっていません。少し待って、もう一度お試しください。",
  },
  "identity/missing": {
    title: "サインインしてください",
    text: "だれの操作かを確かめるため、会社のアカウントでサインインしてください。",
  },
  "identity/invalid": {
    title: "もう一度サインインしてください",
    text: "サインインの期限が切れました。何も変わっていません。",
  },
  "identity/stale": {
    title: "もう一度サインインしてください",
    text: "この決定には、新しいサインインが必要です。まだ決定していません。サインインのあと、もう一度押してください。",
  },
  "identity/unknown-person": {
    title: "名簿にないアカウントです",
    text: "別のアカウントでサインインするか、システム担当者に登録を頼んでください。",
  },
  "identity/not-allowed": {
    title: "この操作の権限がありません",
    text: "何も変わっていません。権限のある人に頼んでください。",
  },
  "approval/not-sender": {
    title: "差出人ではありません",
    text: "依頼できるのは、そのメールを送る人だけです。",
  },
  "approval/not-askable": {
    title: "承認では送れないメールです",
    text: "説明に従って直してから、もう一度確認してください。",
  },
  "approval/incomplete": {
    title: "メールの内容がそろっていません",
    text: "もう一度依頼してください。",
  },
  "approval/no-approver": {
    title: "承認できる人がいません",
    text: "システム担当者に、承認者の登録を頼んでください。",
  },
  "approval/too-many-open": {
    title: "承認待ちの依頼が多すぎます",
    text: "決まるのを待つか、要らない依頼を取り下げてください。",
  },
  "approval/state": {
    title: "この依頼は、もう決まっています",
    text: "あなたの決定は記録していません。いまの状態を下に示します。",
  },
  "approval/digest-mismatch": {
    title: "表示していた内容と違います",
    text: "あなたの決定は記録していません。いまの内容を読み直しました。もう一度確かめてください。",
  },
  "approval/ticks-mismatch": {
    title: "確かめた宛先が一致しません",
    text: "あなたの決定は記録していません。いまの内容を読み直しました。宛先をもう一度確かめてください。",
  },
  "approval/number-mismatch": {
    title: "人数が一致しません",
    text: "あなたの決定は記録していません。人数をもう一度確かめて入力してください。",
  },
  "approval/self": {
    title: "自分のメールは承認できません",
    text: "差出人、共有メールの持ち主、代理で送れる人は承認できません。ほかの承認者に頼んでください。",
  },
  "approval/no-right": {
    title: "この依頼を決める権限がありません",
    text: "あなたの決定は記録していません。差出人の部署の管理者か代理の人が決められます。",
  },
  "approval/seal-broken": {
    title: "記録に異常があるため、止めました",
    text: "何も変わっていません。すぐにシステム担当者に知らせてください。",
  },
  "release/unknown": {
    title: "承認が見つかりません",
    text: "もう一度、承認を依頼してください。",
  },
  "release/used": {
    title: "この承認は、もう使われています",
    text: "同じメールをもう一度送るには、もう一度承認を依頼してください。",
  },
  "policy/stale": {
    title: "ほかの人が先に変えました",
    text: "いまのポリシーを読み直して、もう一度変えてください。",
  },
  "policy/invalid": {
    title: "ポリシーに誤りがあります",
    text: "示された場所を直してください。",
  },
  "directory/stale": {
    title: "ほかの人が先に変えました",
    text: "いまの名簿を読み直して、もう一度変えてください。",
  },
  "directory/invalid": {
    title: "名簿に誤りがあります",
    text: "示された場所を直してください。",
  },
};
