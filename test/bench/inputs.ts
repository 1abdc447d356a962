import Encoding from "encoding-japanese";
import { customerWorkbook } from "../../src/simulator/seed/customer-workbook";
import { CUSTOMER_COUNT, customers, type Customer } from "../../src/simulator/seed/customers";
import { writeDocx } from "../corpus/docx";
import { writePdf } from "../corpus/pdf";
import { writePptx } from "../corpus/pptx";
import { inflateAndPass, pass, pdfStreams, zipMembers } from "./floor";

/** One file to look into, and what nobody who reads it can be faster than. */
export interface Input {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  /** Persons in it; the big list has a few namesakes more than any reader can tell apart. */
  readonly persons: number;
  readonly isBig: boolean;
  bytes(): Uint8Array;
  floor(bytes: Uint8Array): () => void;
}

const MANY = 100_000;
const REPEATED = 34;

const whole = (bytes: Uint8Array) => () => pass(bytes);
const parts = (wanted: RegExp) => (bytes: Uint8Array) => {
  const members = zipMembers(bytes, wanted);
  return () => inflateAndPass(members);
};
const sheetParts = parts(/^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/);
const slideParts = parts(/^ppt\/slides\/slide\d+\.xml$/);
const pageParts = (bytes: Uint8Array) => {
  const streams = pdfStreams(bytes);
  return () => inflateAndPass(streams);
};
const storyParts = parts(/^word\/document\.xml$/);

const HEADER = "氏名,フリガナ,郵便番号,住所,電話番号,携帯電話,メールアドレス,担当者";
const line = (each: Customer): string =>
  [
    each.name,
    each.kana,
    each.postalCode,
    each.address,
    each.phone,
    each.mobile,
    each.email,
    each.staff,
  ].join(",");

/** The list as Japanese Excel saves it; the same people come again with every repetition. */
function csv(times: number): Uint8Array {
  const lines = customers(CUSTOMER_COUNT).map(line);
  const all = [HEADER, ...Array.from({ length: times }, () => lines).flat()];
  const text = `${all.join("\r\n")}\r\n`;
  return Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), "SJIS", "UNICODE"));
}

const PROSE =
  "当店では、お客様に安心してお乗りいただくため、定期点検のご案内を年に二回お送りしています。" +
  "ご来店の際は、整備手帳と車検証をお持ちください。代車のご用意には一週間ほどいただいております。";

/** In lines of text, two neighbours of one name are taken for one person with two numbers. */
function differentNames(count: number): readonly Customer[] {
  const names = new Set<string>();
  const all = customers(count + count / 100);
  return all.filter(({ name }) => !names.has(name) && names.add(name)).slice(0, count);
}

/** About two hundred pages: half the people as label blocks, half as lines, between prose. */
function report(): Uint8Array {
  const all = differentNames(CUSTOMER_COUNT);
  const half = all.length / 2;
  return writeDocx(
    all.flatMap((each, index) => [
      ...(index % 20 === 0 ? [`${index / 20 + 1}. 担当 ${each.staff}`, PROSE] : []),
      ...(index < half ? block(each) : [lineOf(each)]),
    ]),
  );
}

const lineOf = ({ name, phone, mobile, email, address }: Customer): string =>
  `${name} ${mobile || phone} ${email || address}`;

const block = ({ name, address, phone, mobile, email }: Customer): string[] =>
  [
    `お名前：${name}`,
    address && `ご住所：${address}`,
    phone && `電話番号：${phone}`,
    mobile && `携帯電話：${mobile}`,
    email && `メール：${email}`,
    " ",
  ].filter((each) => each !== "");

const COLUMNS = ["氏名", "フリガナ", "郵便番号", "住所", "電話番号", "携帯電話", "メールアドレス"];
const rowOf = ({ name, kana, postalCode, address, phone, mobile, email }: Customer): string[] => [
  name,
  kana,
  postalCode,
  address,
  phone,
  mobile,
  email,
];
const rows = (): string[][] => [COLUMNS, ...customers(CUSTOMER_COUNT).map(rowOf)];

/** Every slide has its own table with a head. */
const ON_A_SLIDE = 60;
function presentation(): Uint8Array {
  const all = customers(CUSTOMER_COUNT).map(rowOf);
  const slides = Array.from({ length: Math.ceil(all.length / ON_A_SLIDE) }, (_, slide) => [
    COLUMNS,
    ...all.slice(slide * ON_A_SLIDE, (slide + 1) * ON_A_SLIDE),
  ]);
  return writePptx(slides);
}

function mailWith(list: Uint8Array): Uint8Array {
  const head =
    "From: <a@dealer.example.jp>\r\nTo: <b@dealer.example.jp>\r\nSubject: list\r\nMIME-Version: 1.0\r\n" +
    'Content-Type: multipart/mixed; boundary="-x"\r\n\r\n---x\r\nContent-Type: text/csv; name=list.csv\r\n' +
    "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=list.csv\r\n\r\n";
  const lines = Buffer.from(list).toString("base64").replace(/.{76}/g, "$&\r\n");
  return new Uint8Array(Buffer.from(`${head}${lines}\r\n---x--\r\n`));
}

const count = (value: number): string => value.toLocaleString("en");

/** All inputs, seeded; a short run takes a tenth of the big workbook. */
export function inputs(isShort: boolean): readonly Input[] {
  const many = isShort ? MANY / 10 : MANY;
  return [
    {
      id: "xlsx",
      title: `xlsx, ${count(CUSTOMER_COUNT)} rows`,
      fileName: "list.xlsx",
      persons: CUSTOMER_COUNT,
      isBig: false,
      bytes: () => customerWorkbook(customers(CUSTOMER_COUNT)),
      floor: sheetParts,
    },
    {
      id: "docx",
      title: `docx, ${count(CUSTOMER_COUNT)} persons, 200 pages`,
      fileName: "report.docx",
      persons: CUSTOMER_COUNT,
      isBig: false,
      bytes: report,
      floor: storyParts,
    },
    {
      id: "pptx",
      title: `pptx, ${count(CUSTOMER_COUNT)} rows, 49 slides`,
      fileName: "slides.pptx",
      persons: CUSTOMER_COUNT,
      isBig: false,
      bytes: presentation,
      floor: slideParts,
    },
    {
      id: "pdf",
      title: `pdf, ${count(CUSTOMER_COUNT)} rows, 74 pages`,
      fileName: "list.pdf",
      persons: CUSTOMER_COUNT,
      isBig: false,
      bytes: () => writePdf(rows()),
      floor: pageParts,
    },
    {
      id: "eml",
      title: "eml with the csv below",
      fileName: "mail.eml",
      persons: CUSTOMER_COUNT,
      isBig: false,
      bytes: () => mailWith(csv(1)),
      floor: whole,
    },
    {
      id: "csv",
      title: `csv in CP932, ${count(CUSTOMER_COUNT)} rows`,
      fileName: "list.csv",
      persons: CUSTOMER_COUNT,
      isBig: false,
      bytes: () => csv(1),
      floor: whole,
    },
    {
      id: "csv-repeated",
      title: `csv in CP932, the same ${REPEATED} times`,
      fileName: "list.csv",
      persons: CUSTOMER_COUNT,
      isBig: true,
      bytes: () => csv(REPEATED),
      floor: whole,
    },
    {
      id: "xlsx-many",
      title: `xlsx, ${count(many)} rows`,
      fileName: "list.xlsx",
      persons: many,
      isBig: true,
      bytes: () => customerWorkbook(customers(many)),
      floor: sheetParts,
    },
  ];
}
