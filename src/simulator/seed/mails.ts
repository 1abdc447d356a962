import { mailFile } from "../app/mail-file";
import type { Addressee, Folder, StoredFile, StoredMail } from "../model";
import {
  ADDRESS_LINES,
  BROCHURE,
  CUSTOMER_LIST,
  OWN_CUSTOMERS,
  OWN_CUSTOMER_LINES,
  SATO,
  SATO_QUOTATION,
  YAMADA,
  YAMADA_QUOTATION,
} from "./files";
import { letter, signature } from "./letter";
import { HEAD_OFFICE, MANAGER, SALES, STAFF } from "./people";
import { storedFile } from "./stored-file";

/** Ids by which the stories open a mail. */
export const SEED_IDS = {
  summer: "AAMkSeedSummer=",
  addresses: "AAMkSeedAddresses=",
  quotationWanted: "AAMkSeedQuotation=",
  chat: "AAMkSeedChat=",
  mailInMail: "AAMkSeedMailInMail=",
  draftOutside: "AAMkSeedDraftOutside=",
  draftPhone: "AAMkSeedDraftPhone=",
  template: "AAMkSeedTemplate=",
  sentList: "AAMkSeedSentList=",
  summerManager: "AAMkSeedSummer-1=",
  summerSent: "AAMkSeedSummer-2=",
} as const;

interface Seed {
  readonly id: string;
  /** The mailboxes' owners, and the folder in each. */
  readonly places: readonly (readonly [Addressee, Folder])[];
  readonly from: Addressee;
  readonly to: readonly Addressee[];
  readonly cc?: readonly Addressee[];
  readonly subject: string;
  readonly html: string;
  readonly files?: readonly StoredFile[];
  /** Days before now, and the hour and minute. */
  readonly when: readonly [days: number, hour: number, minute: number];
  readonly unread?: boolean;
}

const [, ISHIKAWA = STAFF, MAEDA = STAFF, ONO = STAFF] = SALES;
const WORKSHOP: Addressee = { name: "ほし板金 受付", address: "info@hoshi-bankin.example" };

const SUMMER: Seed = {
  id: SEED_IDS.summer,
  places: [
    [STAFF, "inbox"],
    [MANAGER, "inbox"],
    [HEAD_OFFICE, "sent"],
  ],
  from: HEAD_OFFICE,
  to: SALES,
  cc: [MANAGER],
  subject: "夏のご案内：お客様リストの送付",
  html: letter(
    "営業担当各位",
    "",
    "お疲れさまです。本部 営業企画の桜井です。",
    "今年も「夏のご案内」の時期になりました。全店のお客様リスト（2,940名）を添付します。",
    "各自、ご自分の担当のお客様を確認し、7月末までにメールでご案内をお送りください。",
    "",
    "ご案内の文例：",
    "「暑い日が続きますが、いかがお過ごしでしょうか。7月は点検とエアコン清掃を特別価格で承ります。皆様のご来店をお待ちしております。」",
    "",
    "よろしくお願いいたします。",
    "",
    "――――――――――――――――",
    `さくらモーターズ株式会社 ${HEAD_OFFICE.title}`,
  ),
  files: [CUSTOMER_LIST],
  when: [1, 9, 12],
  unread: true,
};

const INBOX: readonly Seed[] = [
  SUMMER,
  {
    id: SEED_IDS.addresses,
    places: [[STAFF, "inbox"]],
    from: MANAGER,
    to: [STAFF],
    subject: "夏のご案内 送付先29件",
    html:
      letter(
        "佐々木さん",
        "",
        "担当のお客様29名の送付先です。ご案内をお願いします。",
        "",
        ...OWN_CUSTOMER_LINES,
      ) + signature(MANAGER),
    files: [ADDRESS_LINES],
    when: [1, 10, 5],
    unread: true,
  },
  {
    id: SEED_IDS.quotationWanted,
    places: [[STAFF, "inbox"]],
    from: YAMADA,
    to: [STAFF],
    subject: "見積もりのお願い",
    html: letter(
      "佐々木様",
      "",
      "先日はお店でご説明いただき、ありがとうございました。",
      "はなみずき ハイブリッド X の見積もりをメールでお送りいただけますか。",
      "",
      "山田 恵子",
    ),
    when: [1, 13, 40],
    unread: true,
  },
  {
    id: "AAMkSeedQuotationFiles=",
    places: [[STAFF, "inbox"]],
    from: ONO,
    to: [STAFF],
    subject: "見積書2件できました",
    html: letter("佐々木さん", "", "山田様と佐藤様の見積書です。確認をお願いします。", "", "小野"),
    files: [YAMADA_QUOTATION, SATO_QUOTATION],
    when: [1, 14, 22],
  },
  {
    id: SEED_IDS.chat,
    places: [[STAFF, "inbox"]],
    from: MAEDA,
    to: [STAFF],
    cc: [MANAGER],
    subject: "明日の朝礼の当番",
    html: letter("佐々木さん", "", "明日の朝礼の当番、代わってもらえませんか。", "", "前田"),
    when: [1, 17, 3],
  },
  {
    id: SEED_IDS.mailInMail,
    places: [[STAFF, "inbox"]],
    from: ISHIKAWA,
    to: [STAFF],
    subject: "本部のメールです（添付）",
    html: letter("見当たらないとのことだったので、本部のメールを添付しますね。", "", "石川"),
    files: [{ ...storedFile("夏のご案内：お客様リストの送付.eml", fileOf(SUMMER)), isItem: true }],
    when: [1, 16, 48],
  },
  {
    id: "AAMkSeedWorkshop=",
    places: [[STAFF, "inbox"]],
    from: WORKSHOP,
    to: [STAFF],
    subject: "塗装の仕上がり予定",
    html: letter(
      "さくらモーターズ 佐々木様",
      "",
      "お預かりのお車は木曜の午後に仕上がります。引き取りのお時間をお知らせください。",
      "",
      "ほし板金 受付",
    ),
    when: [2, 11, 30],
  },
  {
    id: "AAMkSeedThanks=",
    places: [[STAFF, "inbox"]],
    from: SATO,
    to: [STAFF],
    subject: "Re: ご試乗のお礼",
    html: letter(
      "佐々木様",
      "",
      "こちらこそ、ありがとうございました。家族と相談してご連絡します。",
      "",
      "佐藤",
    ),
    when: [3, 19, 15],
  },
  {
    id: "AAMkSeedDone=",
    places: [[HEAD_OFFICE, "inbox"]],
    from: MANAGER,
    to: [HEAD_OFFICE],
    subject: "Re: 夏のご案内：お客様リストの送付",
    html: letter("桜井さん", "", "受け取りました。桜ケ丘店は今週中に送ります。", "", "松本"),
    when: [1, 9, 50],
  },
  {
    id: "AAMkSeedLeave=",
    places: [[MANAGER, "inbox"]],
    from: STAFF,
    to: [MANAGER],
    subject: "来週のお休みの件",
    html: letter("松本店長", "", "来週の水曜日にお休みをいただきたいです。", "", "佐々木"),
    when: [2, 18, 10],
  },
];

const DRAFTS: readonly Seed[] = [
  {
    id: SEED_IDS.draftOutside,
    places: [[STAFF, "drafts"]],
    from: STAFF,
    to: [STAFF],
    cc: OWN_CUSTOMERS.slice(0, 5),
    subject: "夏のご案内",
    html: letter("お客様各位", "", "暑い日が続きますが、いかがお過ごしでしょうか。"),
    files: [CUSTOMER_LIST],
    when: [1, 18, 30],
  },
  {
    id: SEED_IDS.draftPhone,
    places: [[STAFF, "drafts"]],
    from: STAFF,
    to: [SATO],
    subject: "お見積書の件",
    html: letter("佐藤様", "", "お見積書をお送りします。", "", "スマートフォンから送信"),
    files: [SATO_QUOTATION],
    when: [2, 20, 41],
  },
  {
    id: SEED_IDS.template,
    places: [[STAFF, "drafts"]],
    from: STAFF,
    to: [],
    subject: "【ひな形】ご来店のお礼",
    html:
      letter(
        "〇〇様",
        "",
        "本日はご来店いただき、ありがとうございました。",
        "ご案内をお送りしますので、ご覧ください。",
      ) + signature(STAFF),
    files: [BROCHURE],
    when: [20, 9, 0],
  },
];

const SENT: readonly Seed[] = [
  {
    id: SEED_IDS.sentList,
    places: [[STAFF, "sent"]],
    from: STAFF,
    to: [ONO],
    subject: "お客様リスト",
    html: letter("小野さん", "", "本部からのお客様リストです。") + signature(STAFF),
    files: [CUSTOMER_LIST],
    when: [1, 11, 20],
  },
  {
    id: "AAMkSeedTestDrive=",
    places: [[STAFF, "sent"]],
    from: STAFF,
    to: [SATO],
    subject: "ご試乗のお礼",
    html: letter("佐藤様", "", "先日はご試乗いただき、ありがとうございました。") + signature(STAFF),
    when: [4, 10, 0],
  },
];

const SEEDS: readonly Seed[] = [...INBOX, ...DRAFTS, ...SENT];

function dateOf([days, hour, minute]: Seed["when"], now: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() - days);
  return date.setHours(hour, minute, 0, 0);
}

function fileOf({ from, to, cc = [], subject, html, files = [] }: Seed): Uint8Array {
  const date = Date.UTC(2019, 6, 18, 0, 12);
  return mailFile({ from, to, cc, bcc: [], subject, html, files, date });
}

const storedMails = (seed: Seed, now: number): readonly StoredMail[] =>
  seed.places.map(([owner, folder], index) => ({
    id: index === 0 ? seed.id : seed.id.replace("=", `-${index}=`),
    owner: owner.address,
    folder,
    from: { name: seed.from.name, address: seed.from.address },
    to: seed.to.map(addressee),
    cc: (seed.cc ?? []).map(addressee),
    bcc: [],
    subject: seed.subject,
    html: seed.html,
    files: seed.files ?? [],
    date: dateOf(seed.when, now),
    read: folder !== "inbox" || !seed.unread,
    customProperties: {},
    internetHeaders: {},
  }));

/** A person is more than an addressee; only what a mail holds is kept. */
const addressee = ({ name, address, group }: Addressee): Addressee =>
  group ? { name, address, group } : { name, address };

/** Every mail of the demo as it lies in the mailboxes when the page opens. */
export const seedMails = (now: number): readonly StoredMail[] =>
  SEEDS.flatMap((seed) => storedMails(seed, now));
