import { unitSet } from "./characters";
import { WordFinder } from "./word-finder";

/** Anywhere in a name they make it one of a company, an office or a place. */
const ORGANISATIONS =
  "株式会社 有限会社 合同会社 合資会社 合名会社 相互会社 (株) (有) (合) (同) (資) (財) (社) (医) (学) (福) (宗) (独) ㈱ ㈲ ㈹ ㈶ ㈻ ㍿ " +
  "社団法人 財団法人 医療法人 学校法人 福祉法人 宗教法人 独立行政法人 法人 協同組合 組合 商店 商会 商事 商工 工業 産業 興業 " +
  "建設 製作所 製薬 銀行 信用金庫 金庫 証券 保険 運輸 運送 物流 交通 電鉄 鉄道 電力 ガス 水産 農園 農協 漁協 食品 酒造 印刷 出版 新聞 " +
  "放送 電機 電気 機械 自動車 モータース 販売 サービス センター ホテル 旅館 病院 医院 クリニック 診療所 薬局 歯科 接骨院 整骨院 " +
  "学校 学園 大学 高校 小学 幼稚園 保育園 こども園 研究所 事務所 事業所 営業所 出張所 本社 支社 支店 本店 支部 本部 支所 役所 " +
  "役場 県庁 市役所 区役所 公社 公園 公民館 図書館 美術館 博物館 会館 ホール スーパー マート ショップ ストア カフェ レストラン 食堂 " +
  "マンション 店舗 御中 協会 連合 連盟 委員会 審議会 商工会 財団 機構 グループ ホールディングス コーポレーション カンパニー " +
  "Inc. Ltd Corp LLC K.K. Co., G.K.";

/** At the end of a name they do, though family names may hold them: 部 in 長谷部. */
const ENDINGS =
  "店 部 課 係 室 局 所 社 院 校 園 館 駅 県 市 区 郡 町 村 庁 省 寺 神社 支社 ビル 丁目 工場 銀行 号 円 様方 線 車 品";

/** Words in a name's place that name nobody. */
const PLACEHOLDERS =
  "サンプル さんぷる テスト てすと 見本 記入例 入力例 例) (例 ○○ 〇〇 ◯◯ ●● □□ △△ ×× ** ★★ 名無し ななし ダミー 匿名 某 " +
  "sample Sample SAMPLE dummy Dummy example Example 合計 小計 総計 平均 件数 不明 未登録 未定 未記入 未入力 同上 該当なし " +
  "文字列 非公開 空欄 なし 無し 削除 退会 お客様 皆様 各位 担当者 ご担当 氏名 名前 フリガナ";

const organisations = new WordFinder(ORGANISATIONS.split(" "));
const endings = new WordFinder(ENDINGS.split(" "));
const placeholders = new WordFinder(PLACEHOLDERS.split(" "));
const either = new WordFinder(`${ORGANISATIONS} ${PLACEHOLDERS}`.split(" "));

export const namesOrganisation = (units: Uint16Array, from: number, to: number): boolean =>
  organisations.isIn(units, from, to);

export const endsLikeOrganisation = (units: Uint16Array, from: number, to: number): boolean =>
  endings.lengthBefore(units, from, to, 2) > 0;

export const isPlaceholder = (units: Uint16Array, from: number, to: number): boolean =>
  placeholders.isIn(units, from, to);

/** Both questions in one pass, for thousands of cells. */
export const namesNoPerson = (units: Uint16Array, from: number, to: number): boolean =>
  either.isIn(units, from, to);

export const beginsNoPerson = (units: Uint16Array, at: number, to: number): boolean =>
  either.lengthAt(units, at, to) > 0;

/** What words of organisations and placeholders begin with, and what endings end with. */
export const FIRSTS_OF_NO_PERSON = signsAt(`${ORGANISATIONS} ${PLACEHOLDERS}`, 0);
export const LASTS_OF_ORGANISATIONS = signsAt(ENDINGS, -1);

/** The first (0) or last (-1) signs of words. */
function signsAt(words: string, at: 0 | -1): string {
  return words
    .split(" ")
    .map((word) => word.charAt(at === 0 ? 0 : word.length - 1))
    .join("");
}

const HONORIFICS = unitSet("様殿");

/** Whether the name that ends at `at` is followed by 様 or 殿. */
export function isAddressed(units: Uint16Array, at: number): boolean {
  const next = units[at] === 0x20 ? units[at + 1] : units[at];
  return next !== undefined && HONORIFICS[next] === 1;
}
