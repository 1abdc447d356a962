import type { Facts } from "../../core/verdict";
import { countIn, numberIn, textIn, textsIn } from "../fact-words";
import { grouped } from "../grouped";
import type { RuleSentences } from "../rules";

/** 「名簿.xlsx」ほか2件 */
function files(facts: Facts): string {
  const [first, ...more] = textsIn(facts, "files");
  if (first === undefined) return "";
  return `「${first}」${more.length > 0 ? `ほか${more.length}件` : ""}`;
}

const filesOr = (facts: Facts, otherwise: string): string => files(facts) || otherwise;
const known = (facts: Facts): number => countIn(facts, "outside") - countIn(facts, "unclear");

/** A group is no outside person: who is in it cannot be seen. */
function outside(facts: Facts): string {
  const persons = `社外の${grouped(known(facts))}人`;
  if (countIn(facts, "unclear") === 0) return persons;
  const unclear = `だれに届くか分からない宛先${numberIn(facts, "unclear")}件`;
  return known(facts) > 0 ? `${persons}と、${unclear}` : unclear;
}

/** How the mail may leave all the same; nothing where it may not. */
export function nextJa(facts: Facts): string {
  const managers = countIn(facts, "approvers");
  if (countIn(facts, "blocked") > 0) return "";
  if (managers === 2) return "必要なメールなら、上長2人の承認を依頼してください。";
  if (managers === 1) return "必要なメールなら、上長に承認を依頼してください。";
  return "間違いがなければ、内容を確かめたうえで送信してください。";
}

export const rulesJa: RuleSentences = {
  "message-unreadable": {
    title: () => "メールの中身を読み取れませんでした。",
    toDo: () => "少し待ってから、もう一度送信してください。下書きは残っています。",
  },
  "no-recipients": {
    title: () => "このメールには、届く相手がいません。",
    toDo: () => "宛先を入れてください。",
  },
  "visible-outside-addresses": {
    title: (facts) =>
      `宛先とCCに入れた社外の${numberIn(facts, "visible")}人に、お互いのメールアドレスが見えてしまいます。`,
    toDo: (facts) =>
      countIn(facts, "stops") > 0
        ? "社外の宛先をBCCに移すか、1人ずつに分けて送ってください。承認を受けても、このままでは送れません。"
        : "社外の宛先をBCCに移すか、お互いに知らせてよい相手かを確かめてください。",
  },
  "mass-data-to-consumer": {
    title(facts) {
      const perhaps =
        known(facts) > 0 ? "個人のメールアドレスを含む" : "個人のメールアドレスかもしれない、";
      return `${numberIn(facts, "others")}人分の個人情報を、${perhaps}${outside(facts)}に送ろうとしています。`;
    },
    toDo: (facts) =>
      `${filesOr(facts, "本文の個人情報")}を外してください。承認を受けても、このままでは送れません。`,
  },
  "came-along": {
    title(facts) {
      const what = filesOr(facts, "社内のメールの引用");
      const whose =
        countIn(facts, "others") > 0 ? `${numberIn(facts, "others")}人分の個人情報とともに、` : "";
      const start =
        countIn(facts, "unknown") > 0
          ? `この下書きの履歴は不明です。${what}が、`
          : `書き始める前から入っていた${what}が、`;
      return `${start}${whose}${outside(facts)}に届きます。`;
    },
    toDo: () => "前のメールから付いてきたものを外すか、自分の文章だけのメールにしてください。",
  },
  "others-to-outside": {
    title(facts) {
      const what = files(facts);
      const others = numberIn(facts, "others");
      return what === ""
        ? `${others}人分の個人情報が書かれたメールを、${outside(facts)}に送ろうとしています。`
        : `${others}人分の個人情報が入ったファイル${what}を、${outside(facts)}に送ろうとしています。`;
    },
    toDo: (facts) => `${outside(facts)}に見せてよい情報かを確かめ、要らないものは外してください。`,
  },
  "attachment-to-outside": {
    title: (facts) => `添付ファイル${files(facts)}を、${outside(facts)}に送ろうとしています。`,
    toDo: () => "送る相手とファイルが合っているかを確かめてください。",
  },
  "could-not-look": {
    title(facts) {
      const what = files(facts);
      if (what !== "")
        return `中を確認できないファイル${what}を、${outside(facts)}に送ろうとしています。`;
      return countIn(facts, "recipients") > 0
        ? `グループなど、だれに届くかを確認できない宛先が${numberIn(facts, "recipients")}件あります。`
        : `本文に確認できない部分のあるメールを、${outside(facts)}に送ろうとしています。`;
    },
    toDo: (facts) =>
      countIn(facts, "recipients") > 0
        ? "グループや読み取れない宛先を、1人ずつのメールアドレスに直してください。"
        : "パスワードを外すなど、中を確認できる形にして付け直すか、外してください。",
  },
  bulk: {
    title: (facts) =>
      `${outside(facts)}への一斉メールです（${numberIn(facts, "limit")}人以上は一斉メールとして扱います）。`,
    toDo: () => "送る相手が多すぎないかを確かめてください。",
  },
  "recipient-file-mismatch": {
    title: (facts) =>
      `宛名は「${textIn(facts, "addressee")}」様ですが、添付ファイル${files(facts)}は「${textsIn(facts, "persons").join("」「")}」様のもののようです。`,
    toDo: () => "別の人のファイルを付けていないかを確かめてください。",
  },
  "mail-to-outside": {
    title: (facts) =>
      known(facts) > 0
        ? `${outside(facts)}に送るメールです。社外へのメールには上長の承認が必要です。`
        : `${outside(facts)}に送るメールです。社外に届くかもしれないため、上長の承認が必要です。`,
    toDo: () => "宛先と内容を確かめてください。",
  },
  "mass-data-inside": {
    title: (facts) =>
      `${numberIn(facts, "others")}人分の個人情報を、社内の${numberIn(facts, "inside")}件の宛先にまとめて送ろうとしています。`,
    toDo: () => "担当者ごとに分けたファイルを、それぞれの担当者にだけ送ることをお勧めします。",
  },
};
