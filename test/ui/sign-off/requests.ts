import type { RequestDetail, RequestSummary } from "../../../src/api/requests";

type Recipient = RequestDetail["recipients"][number];
type Attachment = RequestDetail["attachments"][number];
type Part = RequestDetail["body"];

/** 22 characters, told apart by their number. */
export const idOf = (number: number): string => `request-${String(number).padStart(14, "0")}`;

export const digestOf = (number: number): string => number.toString(16).padStart(64, "0");

export const NOW = Date.UTC(2026, 6, 18, 1, 42);

export const cleanPart: Part = {
  status: "clean",
  persons: 0,
  others: 0,
  kinds: {},
  findings: [],
  refusals: [],
};

export function outside(address: string, more: Partial<Recipient> = {}): Recipient {
  return {
    field: "to",
    name: "",
    address,
    group: false,
    standing: "outside",
    domain: address.slice(address.indexOf("@") + 1),
    consumer: false,
    couldNotLook: null,
    firstTime: false,
    looksLike: null,
    ...more,
  };
}

export const inside = (address: string, more: Partial<Recipient> = {}): Recipient =>
  outside(address, { standing: "inside", ...more });

export const file = (index: number, name: string, more: Partial<Attachment> = {}): Attachment => ({
  index,
  name,
  bytes: 183_000,
  inline: false,
  cameAlong: false,
  part: cleanPart,
  ...more,
});

const ticksOf = (recipients: readonly Recipient[]): string[] => [
  ...new Set(
    recipients
      .filter(({ standing }) => standing === "outside")
      .map(({ consumer, address, domain }) => (consumer || domain === null ? address : domain)),
  ),
];

/** A routine request: a quotation for one company. */
export function request(number: number, more: Partial<RequestDetail> = {}): RequestDetail {
  const recipients = more.recipients ?? [
    outside("yamada@customer.example", { name: "山田 一郎" }),
    inside("tanaka@kuruma.example", { name: "田中 美咲", field: "cc" }),
  ];
  const attachments = more.attachments ?? [file(0, "お見積書.pdf")];
  return {
    id: idOf(number),
    state: "requested",
    sender: { id: "suzuki", name: "鈴木 太郎" },
    unit: { id: "shinjuku", name: "新宿店" },
    askedAt: NOW - number * 7 * 60_000,
    expiresAt: NOW + 3 * 86_400_000,
    urgent: false,
    verdict: "sign-off",
    persons: 0,
    others: 0,
    outside: recipients.filter(({ standing }) => standing === "outside").length,
    files: attachments.length,
    rules: ["attachment-to-outside"],
    unusual: [],
    required: { managers: 1, outsideUnit: false, privacyOfficer: false },
    decisions: [],
    mayDecide: true,
    typedNumber: false,
    supersedes: null,
    digest: digestOf(number),
    from: { name: "鈴木 太郎", address: "suzuki@kuruma.example" },
    subject: "お見積りの件",
    reason: "quotation",
    note: "",
    recipients,
    body: cleanPart,
    attachments,
    results: [
      {
        rule: "attachment-to-outside",
        verdict: "sign-off",
        facts: {
          count: attachments.length,
          files: attachments.map(({ name }) => name),
          outside: recipients.filter(({ standing }) => standing === "outside").length,
          unclear: 0,
          approvers: 1,
        },
        attachments: [0],
        approvers: 1,
      },
    ],
    changes: [],
    ticks: ticksOf(recipients),
    rejectedBefore: null,
    erased: false,
    ...more,
  };
}

/** The accident: head office's list of customers, and a store's own customers in copy. */
export function accident(number: number, more: Partial<RequestDetail> = {}): RequestDetail {
  const customers = Array.from({ length: 4 }, (_, index) =>
    outside(`kyaku${index + 1}@mail.example`, {
      field: "cc",
      consumer: true,
      firstTime: index < 2,
    }),
  );
  const list: Attachment = file(0, "顧客一覧_本部.xlsx", {
    bytes: 412_000,
    cameAlong: true,
    part: {
      status: "found",
      persons: 2940,
      others: 2940,
      kinds: { "person-name": 2938, mobile: 2352, email: 1201 },
      findings: [
        {
          kind: "person-name",
          place: {
            steps: [
              { type: "file", name: "顧客一覧_本部.xlsx" },
              { type: "sheet", name: "顧客" },
            ],
            row: 12,
          },
          sample: "山● ●郎",
        },
        {
          kind: "mobile",
          place: {
            steps: [
              { type: "file", name: "顧客一覧_本部.xlsx" },
              { type: "sheet", name: "顧客" },
            ],
            row: 12,
          },
          sample: "090-****-**12",
        },
      ],
      refusals: [],
    },
  });
  const locked = file(1, "契約書_控え.zip", {
    part: {
      ...cleanPart,
      status: "uninspectable",
      refusals: [
        {
          code: "extract/encrypted",
          place: { steps: [{ type: "file", name: "契約書_控え.zip" }] },
        },
      ],
    },
  });
  return request(number, {
    urgent: true,
    persons: 2940,
    others: 2940,
    typedNumber: true,
    recipients: [
      ...customers,
      outside("info@kuruma-partner.example", {
        name: "取引先",
        looksLike: "kuruma.example",
        firstTime: true,
      }),
      outside("audit@xn--r8jz45g.example", { field: "bcc" }),
      inside("honbu@kuruma.example", { name: "本部 営業企画" }),
    ],
    attachments: [list, locked],
    required: { managers: 2, outsideUnit: true, privacyOfficer: false },
    unusual: [
      "consumer-addresses",
      "came-along",
      "could-not-look",
      "first-time-recipient",
      "look-alike-domain",
      "rejected-before",
    ],
    subject: "Fwd: 夏のご案内：お客様リストの送付",
    reason: "notice",
    note: "夏のキャンペーンのご案内です。本部の指示で送ります。",
    body: { ...cleanPart, status: "found", persons: 1, others: 1, kinds: { "person-name": 1 } },
    rules: ["came-along", "others-to-outside", "could-not-look"],
    results: [
      {
        rule: "came-along",
        verdict: "sign-off",
        facts: {
          files: ["顧客一覧_本部.xlsx"],
          others: 2940,
          outside: 6,
          unclear: 0,
          approvers: 2,
        },
        attachments: [0],
        approvers: 2,
      },
      {
        rule: "could-not-look",
        verdict: "sign-off",
        facts: { files: ["契約書_控え.zip"], outside: 6, unclear: 0, approvers: 1 },
        attachments: [1],
        approvers: 1,
      },
    ],
    changes: [
      { field: "attachments", added: ["見積.pdf"], removed: [] },
      { field: "cc", added: ["kyaku4@mail.example"], removed: [] },
    ],
    supersedes: idOf(900),
    decisions: [
      {
        by: { id: "kobayashi", name: "小林 恵" },
        decision: "approve",
        comment: "本部に確認済みです。",
        at: NOW - 600_000,
      },
    ],
    rejectedBefore: {
      by: { id: "sato", name: "佐藤 花子" },
      decision: "reject",
      comment: "名簿は外してください。",
      at: NOW - 3_600_000,
    },
    ...more,
  });
}

const SUMMARY_KEYS = [
  "id",
  "state",
  "sender",
  "unit",
  "askedAt",
  "expiresAt",
  "urgent",
  "verdict",
  "persons",
  "others",
  "outside",
  "files",
  "rules",
  "unusual",
  "required",
  "decisions",
  "mayDecide",
  "typedNumber",
  "supersedes",
  "together",
] as const satisfies readonly (keyof RequestSummary)[];

export const summaryOf = (detail: RequestDetail): RequestSummary =>
  Object.fromEntries(
    SUMMARY_KEYS.filter((key) => detail[key] !== undefined).map((key) => [key, detail[key]]),
  ) as RequestSummary;
