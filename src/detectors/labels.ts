import type { Kind } from "../core/kind";
import { DETECTORS } from "./registry";

/** What a label beside or above a value says about it. */
export type Part =
  | "whole"
  | "reading" // kana of a name
  | "family"
  | "given"
  | "family-reading"
  | "given-reading"
  | "thing" // the name of anything but a person
  | "staff"; // somebody of the company itself, or a contact of an organisation

export interface Label {
  /** Null for what is known to be something else: goods, companies, amounts, order numbers. */
  readonly kind: Kind | null;
  readonly part: Part;
  /** "Name" alone may be that of a file or of an article. */
  readonly vague: boolean;
}

const LONGEST = 24;
/** taro@mail.example is no label of mail addresses, 栄町2丁目 none of an address, 氏名:佐藤 has its value with it. */
const LIKE_A_VALUE = /@|[0-9]{3}|[0-9一二三四五六七八九十](丁目|番)|】.|^[^(（]*[:：]\s*[^\s:：]/;
/** 【必須】 before or behind the label itself, and how to write: 姓(漢字). */
const ON_FORMS = /[【[(]?(必須|任意|漢字|全角)[】\])]?/g;

const label = (kind: Kind | null, part: Part = "whole", vague = false): Label => ({
  kind,
  part,
  vague,
});

const NOTHING = label(null);
const THING = label(null, "thing");

/** Short labels that would be found inside other words. */
const EXACT: Readonly<Record<string, Label>> = {
  姓: label("person-name", "family"),
  氏: label("person-name", "family"),
  苗字: label("person-name", "family"),
  名字: label("person-name", "family"),
  名: label("person-name", "given"),
  lastname: label("person-name", "family"),
  familyname: label("person-name", "family"),
  surname: label("person-name", "family"),
  firstname: label("person-name", "given"),
  givenname: label("person-name", "given"),
  セイ: label("person-name", "family-reading"),
  せい: label("person-name", "family-reading"),
  メイ: label("person-name", "given-reading"),
  めい: label("person-name", "given-reading"),
  "姓(カナ)": label("person-name", "family-reading"),
  "名(カナ)": label("person-name", "given-reading"),
  "姓(かな)": label("person-name", "family-reading"),
  "名(かな)": label("person-name", "given-reading"),
  姓カナ: label("person-name", "family-reading"),
  名カナ: label("person-name", "given-reading"),
  カナ: label("person-name", "reading"),
  かな: label("person-name", "reading"),
  name: label("person-name", "whole", true),
  customer: label("person-name", "whole", true),
  contact: label("person-name", "whole", true),
  顧客: label("person-name", "whole", true),
  お客様: label("person-name", "whole", true),
  会員: label("person-name", "whole", true),
  届け先: label("person-name", "whole", true),
  届先: label("person-name", "whole", true),
  お届け先: label("person-name", "whole", true),
  お届先: label("person-name", "whole", true),
  送付先: label("person-name", "whole", true),
  送り先: label("person-name", "whole", true),
  発送先: label("person-name", "whole", true),
  配送先: label("person-name", "whole", true),
  納品先: label("person-name", "whole", true),
  請求先: label("person-name", "whole", true),
  ご請求先: label("person-name", "whole", true),
  依頼主: label("person-name", "whole", true),
  ご依頼主: label("person-name", "whole", true),
  注文者: label("person-name", "whole", true),
  ご注文者: label("person-name", "whole", true),
  発注者: label("person-name", "whole", true),
  会社: NOTHING,
  法人: NOTHING,
  勤務先: NOTHING,
  勤め先: NOTHING,
  お勤め先: NOTHING,
  学校: NOTHING,
  所属: NOTHING,
  職業: NOTHING,
  個人名: label("person-name"),
  人名: label("person-name"),
  dob: label("birth-date"),
  zip: label("postal-code"),
  tel: label("phone"),
  fax: label("phone"),
  h: NOTHING,
};

const READING =
  /フリガナ|ふりがな|ヨミガナ|よみがな|読み|(名|姓|氏|者|様|所|県|村|域)\(?(カナ|かな|ヨミ|よみ)|^(全角|半角)?カナ(氏名|名)|^kana$|namekana|kana(last|first|full)?name/;

const STAFF =
  /担当|(対応|責任|管理|受付|確認|検査|作業|実施)者|店長|院長|所長|部長|課長|係長|主任|社長|取締役|作成者|承認者|記入者|発行者|報告者|登録者|更新者|入力者|送信者|差出人|上長|所属長|author|owner|assignee|staff|createdby|updatedby/;

/** Names of anything but people. */
const NAMES_OF_THINGS =
  /(会社|法人|企業|商号|屋号|店舗?|施設|団体|学校|商品|製品|部品|品|車|車種|物件|銀行|支店|口座|プラン|コース|イベント|ファイル|サーバー?|ホスト|駅|部署|部門|所属|組織|機関|病院|取引先|仕入先|販売店|勤務先|メーカー|ブランド|型式|項目|科目|件|国|地域|エリア|プロジェクト|案件|工事|現場|チーム|システム|ユーザー?|ログイン|アカウント)名(?!義)/;
const ENGLISH_THINGS =
  /(company|product|item|file|host|user|server|model|brand|project|shop|store|bank|branch|event|plan|course|class|device|login|account|column|table|field|domain|display|package|school|department)name/;
/** Numbers, amounts and dates that look like those of people. */
const THINGS =
  /注文|受注|発注|伝票|管理番号|整理番号|請求|見積|契約番号|会員番号|顧客番号|お客様番号|社員番号|学籍|診察券|追跡|問い?合わ?せ番号|シリアル|serial|imei|型番|品番|商品|製品|部品|jan|isbn|sku|コード|code(?!.*postal)|ポイントカード|会員カード|金額|価格|単価|数量|在庫|合計|税|円|日時|timestamp|納品|購入日|来店|登録日|更新|締切|ip|mac|url|http|version|バージョン|orderno|ordernumber|orderid|productid|invoice|tracking/;

const KIND_ORDER: readonly Kind[] = [
  "email",
  "my-number",
  "credit-card",
  "birth-date",
  "mobile",
  "phone",
  "postal-code",
  "address",
  "person-name",
];

/** The meaning of a header or of the words before a value; null where they say nothing. */
export function labelOf(written: string): Label | null {
  const text = written.replace(ON_FORMS, "");
  if (LIKE_A_VALUE.test(text)) return null;
  const plain = text.toLowerCase().replace(/[\s*※:：_.・■●◆□○▼【】[\]「」<>"'#0-9]/g, "");
  if (plain === "" || plain.length > LONGEST) return null;
  const exact = exactLabel(plain);
  if (exact) return exact;
  if (READING.test(plain)) return readingLabel(plain);
  if (NAMES_OF_THINGS.test(plain) || ENGLISH_THINGS.test(plain)) return THING;
  const words = text.toLowerCase().split(/[^a-z]+/);
  const kind = KIND_ORDER.find((each) => namesKind(plain, words, each));
  if (kind === undefined || isThing(plain, kind))
    return THINGS.test(plain) ? NOTHING : staff(plain);
  return STAFF.test(plain) ? label(kind, "staff") : label(kind);
}

/** A property such as "constructor" of the record's prototype is no label. */
const exactLabel = (plain: string): Label | undefined =>
  Object.prototype.hasOwnProperty.call(EXACT, plain) ? EXACT[plain] : undefined;

/** The kana of an address or of a company are neither a name nor an address. */
function readingLabel(plain: string): Label {
  if (/住所|会社|法人|企業|店|施設|学校|銀行|市区町村|都道府県|町域|address|company/.test(plain))
    return NOTHING;
  if (/^(姓|氏|苗字|last|family)(?!名)/.test(plain)) return label("person-name", "family-reading");
  if (/^(名(?!前)|first|given)/.test(plain)) return label("person-name", "given-reading");
  return label("person-name", "reading");
}

const labelsOf = new Map<Kind, readonly string[]>(
  DETECTORS.map((detector) => [detector.id, detector.labels]),
);

/** 予約者, 当選者名, 被保険者様: whoever does or gets something. */
const DOES_SOMETHING = /者(名|様)?$/;

/** Words so short stand in names, too: Stella, Felicity, Dobson. */
const SHORT_WORD = /^[a-z]{1,4}$/;

const namesKind = (plain: string, words: readonly string[], kind: Kind): boolean =>
  (labelsOf.get(kind) ?? []).some((word) =>
    SHORT_WORD.test(word) ? words.indexOf(word) >= 0 : plain.indexOf(word) >= 0,
  ) ||
  (kind === "person-name" && DOES_SOMETHING.test(plain));

/** A word that seems to name a kind and is about something else: "IP address", "mailing list". */
function isThing(plain: string, kind: Kind): boolean {
  if (kind === "address") return /^(ip|mac|url|web|サイト|リンク|wallet)/.test(plain);
  if (kind === "email") return /メール便|件名|メール番号|メール数|subject/.test(plain);
  if (kind === "credit-card") return /会員|ポイント/.test(plain);
  if (kind === "person-name")
    return /業者|番号|数|率|id|no$|コード|種別|区分|一覧|リスト|属性/.test(plain);
  return false;
}

const staff = (plain: string): Label | null =>
  STAFF.test(plain) ? label("person-name", "staff") : null;
