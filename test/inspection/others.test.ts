import { HEADER, cells, csv, customers } from "./customers";
import { body, file, look, to } from "./mail";

const OWN = "sekisho-motors.example";
const signature = [
  "--------------------",
  "佐藤 花子",
  "関所モーターズ株式会社 営業部",
  "〒100-0001 東京都千代田区千代田1-1",
  "TEL 03-1234-5678 携帯 090-1111-2222",
  `Mail: sato@${OWN}`,
];
const quoted = (from: string, recipients: string, ...lines: string[]): string[] => [
  `差出人: ${from}`,
  "送信日時: 2026年7月18日 10:00",
  `宛先: ${recipients}`,
  "件名: 名簿",
  ...lines,
];
const people = customers(5).map(({ name, mobile }) => `${name} ${mobile}`);

const others = (parts: Parameters<typeof look>[0]): number => look(parts).others;

test("a signature is nobody else", () => {
  const report = look({ bodyHtml: body("山田様", "お世話になっております。", ...signature) });
  expect(report).toMatchObject({ persons: 1, others: 0 });
});

test("a signature without a mail address is known by the sender's name", () => {
  expect(others({ bodyHtml: body("よろしくお願いします。", ...signature.slice(0, 5)) })).toBe(0);
});

test("a colleague's signature in a quote is nobody else", () => {
  const lines = ["鈴木 一郎", "TEL 03-1234-5678", `suzuki@${OWN}`];
  expect(others({ bodyHtml: body("転送します。", ...lines) })).toBe(0);
});

test("a stranger's block is somebody else", () => {
  const lines = ["鈴木 一郎", "TEL 03-1234-5678", "suzuki@elsewhere.example"];
  expect(others({ bodyHtml: body("紹介します。", ...lines) })).toBe(1);
});

test("the outside recipient himself is nobody else", () => {
  const lines = ["山田 太郎", "携帯 090-1234-5678", "yamada@customer.example"];
  expect(others({ bodyHtml: body("ご登録内容です。", ...lines) })).toBe(0);
  const attachments = [
    file(
      "控え.csv",
      csv([
        ["氏名", "携帯", "メール"],
        ["山田 太郎", "090-1234-5678", "yamada@customer.example"],
      ]),
    ),
  ];
  expect(look({ attachments })).toMatchObject({ persons: 1, others: 0 });
});

test("a recipient's data is somebody else's to a second one", () => {
  const attachments = [
    file(
      "控え.csv",
      csv([
        ["氏名", "メール"],
        ["山田 太郎", "yamada@customer.example"],
      ]),
    ),
  ];
  const recipients = [to("yamada@customer.example"), to("new@third.example")];
  expect(look({ attachments, recipients })).toMatchObject({ persons: 1, others: 1 });
});

test("an address of ours beside many customers exempts none of them", () => {
  const rows = customers(50).map((one) => [...cells(one).slice(0, 6), `sato@${OWN}`]);
  const attachments = [file("名簿.csv", csv([HEADER, ...rows]))];
  expect(look({ attachments })).toMatchObject({ persons: 50, others: 50 });
});

test("a list of colleagues is nobody else", () => {
  const rows = customers(20).map((one, i) => [one.name, one.mobile, `staff${i}@${OWN}`]);
  const attachments = [file("社員.csv", csv([["氏名", "携帯", "メール"], ...rows]))];
  expect(look({ attachments })).toMatchObject({ persons: 20, others: 0 });
});

describe("a quoted mail", () => {
  const yamada = "山田 太郎 <yamada@customer.example>";

  test("that the recipient wrote himself", () => {
    const bodyHtml = body("承知しました。", ...quoted(yamada, `sato@${OWN}`, ...people));
    expect(look({ bodyHtml })).toMatchObject({ others: 0, quotesInside: false });
  });

  test("that went to the recipient", () => {
    const bodyHtml = body("補足です。", ...quoted(`sato@${OWN}`, yamada, ...people));
    expect(look({ bodyHtml })).toMatchObject({ others: 0, quotesInside: true });
  });

  test("with one recipient more", () => {
    const bodyHtml = body("補足です。", ...quoted(yamada, `sato@${OWN}`, ...people));
    const recipients = [to("yamada@customer.example"), to("new@third.example")];
    // The five, and the first recipient's own line in the header.
    expect(others({ bodyHtml, recipients })).toBe(6);
  });

  test("that stayed inside", () => {
    const inside = quoted(`本部 <head@${OWN}>`, `sato@${OWN}`, ...people);
    expect(look({ bodyHtml: body("転送します。", ...inside) })).toMatchObject({
      others: 5,
      quotesInside: true,
    });
  });

  test("that stayed inside, quoted in one that the recipient wrote", () => {
    const inside = quoted(`本部 <head@${OWN}>`, `sato@${OWN}`, ...people);
    const bodyHtml = body(
      "返信します。",
      ...quoted(yamada, `sato@${OWN}`, "了解です。", ...inside),
    );
    expect(others({ bodyHtml })).toBe(5);
  });

  test("below an attribution", () => {
    const lines = [`2026年7月18日(土) 10:00 ${yamada}:`, ...people.map((line) => `> ${line}`)];
    expect(others({ bodyHtml: body("承知しました。", ...lines) })).toBe(0);
    expect(others({ bodyHtml: body("承知しました。", ...lines, "追加です。", ...people) })).toBe(5);
  });

  test("in English", () => {
    const header = [
      "-----Original Message-----",
      `From: ${yamada}`,
      "Sent: Saturday, July 18, 2026 10:00 AM",
      `To: sato@${OWN}`,
      "Subject: list",
    ];
    expect(others({ bodyHtml: body("Thanks.", ...header, ...people) })).toBe(0);
  });

  test("whose people also stand in the sender's own text", () => {
    const bodyHtml = body(...people, ...quoted(yamada, `sato@${OWN}`, ...people));
    expect(look({ bodyHtml })).toMatchObject({ persons: 6, others: 5 });
  });

  test("whose people also stand in an attachment", () => {
    const attachments = [file("list.txt", people.join("\n"))];
    const bodyHtml = body("添付します。", ...quoted(yamada, `sato@${OWN}`, ...people));
    expect(look({ bodyHtml, attachments })).toMatchObject({ others: 5 });
  });
});

describe("names", () => {
  const named = (bodyHtml: string, ...names: string[]) =>
    look({ bodyHtml, attachments: names.map((name) => file(name, "見積書")) }).named;

  test.each([
    ["山田様", "山田"],
    ["株式会社〇〇 山田 太郎 様", "山田 太郎"],
    ["佐藤さん、お疲れ様です。", "佐藤"],
    ["お客様各位", null],
    ["ご担当者様", null],
    ["株式会社山田商店 御中", null],
    ["お世話になっております。", null],
  ])("the greeting %s is to %s", (line, name) => {
    expect(named(body(line, "本文")).addressee).toBe(name);
  });

  test("a file of one person is known by its name", () => {
    expect(named(body("山田様"), "佐藤様_見積書.txt", "価格表.txt").files).toEqual([
      { index: 0, name: "佐藤" },
    ]);
  });
});
