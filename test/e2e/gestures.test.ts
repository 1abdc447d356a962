import type { Facts, RuleId, Verdict } from "../../src/core/verdict";
import { alertTexts } from "../../src/locales/alert";
import { paneTexts } from "../../src/locales/pane";
import { rulesTexts } from "../../src/locales/rules";
import { simulatorTexts, type StoryId } from "../../src/locales/simulator";
import { OWN_CUSTOMER_LINES } from "../../src/simulator/seed/files";
import { Demo, type Outlook } from "./demo";

const pane = paneTexts.ja;
const alert = alertTexts.ja;
const { actions, stories } = simulatorTexts.ja;
const titleOf = (rule: RuleId, facts: Facts): string => rulesTexts.ja[rule].title(facts);

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.start();
}, 60_000);
afterAll(() => demo.stop());

let outlook: Outlook;
afterEach(async () => {
  expect(outlook.errors).toEqual([]);
  await outlook.close();
});

/** Presses the story's own button, which signs in and opens its first mail. */
async function begin(id: StoryId): Promise<void> {
  const panel = outlook.page.getByRole("region", { name: stories.title });
  const { title } = stories.all[id];
  const header = panel.getByRole("button", { name: title, exact: true });
  if ((await header.getAttribute("aria-expanded")) !== "true") await header.click();
  const scene = panel.locator(".fui-AccordionItem", { hasText: title });
  await scene.getByRole("button", { name: stories.begin }).click();
}

const press = (action: keyof typeof actions): Promise<void> => outlook.act(actions[action]);

const hasBegun = (): Promise<void> => outlook.hasBegun();
const writeAtTheTop = (text: string): Promise<void> => outlook.writeAtTheTop(text);
const attach = (file: string): Promise<void> => outlook.attach(file);

/** What the alert and the pane are to say, each with its numbers and names. */
type Said = readonly (readonly [RuleId, Facts])[];

async function expectStopped(verdict: Exclude<Verdict, "allow">, said: Said): Promise<void> {
  const titles = said.map(([rule, facts]) => titleOf(rule, facts));
  const openPane = outlook.alert.getByRole("button", { name: alert.openPane });
  await openPane.waitFor();
  const shown = await outlook.alert.innerText();
  expect(shown).toContain(verdict === "confirm" ? alert.pleaseConfirm : alert.stopped);
  expect(titles.filter((each) => shown.includes(each))).toEqual(titles.slice(0, 2));
  if (titles.length > 2) expect(shown).toContain(alert.more(titles.length - 2));

  await openPane.click();
  const needsTwo = verdict === "sign-off" && said.some(([, { others }]) => Number(others) >= 1000);
  await outlook.verdict(needsTwo ? pane.signOffByTwo : pane.verdicts[verdict].title);
  const cards = await outlook.pane.getByRole("article").getByRole("heading").allInnerTexts();
  expect(cards).toEqual(titles);
  expect(await outlook.outsideInbox()).toBe(0);
}

const LIST = "顧客一覧.xlsx";
const SATO = "佐藤様_見積書.xlsx";
const GROUP = { outside: 1, unclear: 1 };
const ALL = { others: 2940, outside: 1 };
const NEEDS_SIGN_OFF: Said[number] = ["mail-to-outside", { outside: 1 }];

/** Everything that a list of 2,940 customers is held against on its way to one private address. */
const listToCustomer = (file: string, cameAlong: Facts = {}, outside = 1): Said => [
  ["mass-data-to-consumer", { ...ALL, outside }],
  ["came-along", { ...ALL, outside, files: [file], ...cameAlong }],
  ["others-to-outside", { ...ALL, outside, files: [file] }],
  ["attachment-to-outside", { outside, files: [file] }],
  ["mail-to-outside", { outside }],
];

interface Gesture {
  readonly title: string;
  readonly query?: string;
  readonly act: () => Promise<void>;
  readonly verdict: Exclude<Verdict, "allow">;
  /** In the order of both alert and pane. */
  readonly said: Said;
}

const STOPPED: readonly Gesture[] = [
  {
    title: "head office's mail is forwarded to a customer",
    act: async () => {
      await outlook.openMail(/夏のご案内：/);
      await press("forward");
      await hasBegun();
      await outlook.typeRecipients("宛先", "山田");
    },
    verdict: "block",
    said: listToCustomer(LIST),
  },
  {
    title: "a forward that is sent before the add-in has looked round",
    act: async () => {
      await outlook.openMail(/夏のご案内：/);
      await press("forward");
      await outlook.typeRecipients("宛先", "山田");
    },
    verdict: "block",
    said: listToCustomer(LIST),
  },
  {
    title: "a forward whose files arrive after Send was pressed",
    query: "client=classic",
    act: async () => {
      await outlook.openMail(/夏のご案内：/);
      await press("forward");
      await outlook.typeRecipients("宛先", "山田");
    },
    verdict: "block",
    said: listToCustomer(LIST),
  },
  {
    title: "a reply to all colleagues gets an outside recipient",
    act: async () => {
      await outlook.openMail(/明日の朝礼の当番/);
      await press("replyAll");
      await hasBegun();
      await outlook.typeRecipients("CC", "山田");
    },
    verdict: "sign-off",
    said: [["came-along", { outside: 1, files: [] }], NEEDS_SIGN_OFF],
  },
  {
    title: "a sent mail is sent again, a customer added",
    act: async () => {
      await begin("resend");
      await press("resend");
      await hasBegun();
      await outlook.typeRecipients("CC", "佐藤");
    },
    verdict: "block",
    said: listToCustomer(LIST),
  },
  {
    title: "head office's mail is edited as a new one",
    act: async () => {
      await outlook.openMail(/夏のご案内：/);
      await press("editAsNew");
      await hasBegun();
      await outlook.replaceBody("暑い日が続きますが、いかがお過ごしでしょうか。");
      await outlook.typeRecipients("宛先", "山田");
    },
    verdict: "block",
    said: listToCustomer(LIST),
  },
  {
    title: "a draft with customers in it is opened again",
    act: () => begin("draft"),
    verdict: "block",
    said: [
      ["mass-data-to-consumer", { others: 2940, outside: 5 }],
      ["visible-outside-addresses", { visible: 5 }],
      ...listToCustomer(LIST, { unknown: 1 }, 5).slice(1),
    ],
  },
  {
    title: "a draft of this client remembers how it began",
    act: async () => {
      await outlook.openMail(/夏のご案内：/);
      await press("forward");
      await hasBegun();
      await outlook.button("下書きを保存").click();
      await outlook.typeRecipients("宛先", "山田");
      await outlook.button("閉じる（下書きに残す）").click();
      await outlook.folder("下書き");
      await outlook.openMail(/FW: 夏のご案内/);
    },
    verdict: "block",
    said: listToCustomer(LIST),
  },
  {
    title: "a draft begun on a phone",
    act: () => begin("phone"),
    verdict: "sign-off",
    said: [
      ["came-along", { outside: 1, files: [SATO], unknown: 1 }],
      ["attachment-to-outside", { outside: 1, files: [SATO] }],
      NEEDS_SIGN_OFF,
    ],
  },
  {
    title: "a mail in a mail",
    act: async () => {
      await begin("mail-in-mail");
      await press("forward");
      await hasBegun();
      await outlook.typeRecipients("宛先", "山田");
    },
    verdict: "block",
    said: listToCustomer("夏のご案内：お客様リストの送付.eml"),
  },
  {
    title: "a template with its file",
    act: async () => {
      await outlook.folder("下書き");
      await outlook.openMail(/ひな形/);
      await hasBegun();
      await outlook.typeRecipients("宛先", "山田");
    },
    verdict: "sign-off",
    said: [
      ["came-along", { outside: 1, files: ["夏のご案内.txt"] }],
      ["attachment-to-outside", { outside: 1, files: ["夏のご案内.txt"] }],
      NEEDS_SIGN_OFF,
    ],
  },
  {
    title: "another customer's file",
    act: async () => {
      await begin("mismatch");
      await press("reply");
      await hasBegun();
      await writeAtTheTop("山田様");
      await attach(SATO);
    },
    verdict: "sign-off",
    said: [
      ["recipient-file-mismatch", { addressee: "山田", persons: ["佐藤 浩"], files: [SATO] }],
      ["others-to-outside", { others: 1, outside: 1, files: [SATO] }],
      ["attachment-to-outside", { outside: 1, files: [SATO] }],
      NEEDS_SIGN_OFF,
    ],
  },
  {
    title: "the customer's own file",
    act: async () => {
      await begin("mismatch");
      await press("reply");
      await hasBegun();
      await writeAtTheTop("山田様");
      await attach("山田様_見積書.xlsx");
    },
    verdict: "sign-off",
    said: [
      ["attachment-to-outside", { outside: 1, files: ["山田様_見積書.xlsx"] }],
      NEEDS_SIGN_OFF,
    ],
  },
  {
    title: "an answer to the outside without a file",
    act: async () => {
      await outlook.openMail(/塗装の仕上がり予定/);
      await press("reply");
      await hasBegun();
    },
    verdict: "sign-off",
    said: [NEEDS_SIGN_OFF],
  },
  {
    title: "a manager forwards the list to her customers",
    act: async () => {
      await begin("manager");
      await press("forward");
      await hasBegun();
      await outlook.typeRecipients("BCC", OWN_CUSTOMER_LINES.join("; "));
    },
    verdict: "block",
    said: [
      ...listToCustomer(LIST, {}, 29).slice(0, 3),
      ["bulk", { outside: 29, limit: 10 }],
      ...listToCustomer(LIST, {}, 29).slice(3, 4),
    ],
  },
  {
    title: "a group whose members nobody can see",
    act: async () => {
      await begin("head-office");
      await press("resend");
      await hasBegun();
      for (let chips = 6; chips > 0; chips--)
        await outlook.page.getByRole("combobox", { name: "宛先", exact: true }).press("Backspace");
      await outlook.typeRecipients("宛先", "全店営業");
    },
    verdict: "sign-off",
    said: [
      ["came-along", { ...ALL, ...GROUP, files: [LIST] }],
      ["others-to-outside", { ...ALL, ...GROUP, files: [LIST] }],
      ["could-not-look", { ...GROUP, recipients: 1 }],
      ["attachment-to-outside", { ...GROUP, files: [LIST] }],
      ["mail-to-outside", GROUP],
    ],
  },
];

test.each(STOPPED)("$title: $verdict", async ({ query, act, verdict, said }) => {
  outlook = await demo.open(query);
  await act();
  await outlook.send();
  await expectStopped(verdict, said);
});

test("an answer to a colleague is sent without a question", async () => {
  outlook = await demo.open();
  await begin("everyday");
  await press("reply");
  await outlook.send();
  await outlook.page.getByRole("status").getByText(simulatorTexts.ja.sentNotice).waitFor();
  expect(await outlook.alert.count()).toBe(0);
  expect(await outlook.outsideInbox()).toBe(0);
});

test("a list to all sales staff is asked about; confirmed in the pane it goes", async () => {
  outlook = await demo.open();
  await begin("head-office");
  await press("resend");
  await hasBegun();
  await outlook.send();
  await expectStopped("confirm", [["mass-data-inside", { others: 2940, inside: 7 }]]);

  await outlook.page.getByRole("tab", { name: /夏のご案内/ }).click();
  await outlook.pane.getByRole("checkbox", { name: pane.confirmTick }).check();
  await outlook.verdict(pane.confirmed.title);
  await outlook.send();
  await outlook.page.getByRole("status").getByText(simulatorTexts.ja.sentNotice).waitFor();
  expect(await outlook.outsideInbox()).toBe(0);
});

test("the pane is dark as long as the client is", async () => {
  outlook = await demo.open("theme=dark");
  await outlook.openMail(/明日の朝礼の当番/);
  await outlook.button("承認の依頼").click();
  await outlook.verdict(pane.reader.title);
  const surface = outlook.pane.locator("#pane > .fui-FluentProvider");
  const isDark = () =>
    surface.evaluate((element) => !getComputedStyle(element).backgroundColor.startsWith("rgb(255"));
  const until = async (dark: boolean) => {
    while ((await isDark()) !== dark) await outlook.page.waitForTimeout(50);
  };
  await until(true);
  await outlook.button("ダークモード").click();
  await until(false);
});

test("beside a received mail the pane says what it is for", async () => {
  outlook = await demo.open();
  await outlook.openMail(/明日の朝礼の当番/);
  await outlook.button("承認の依頼").click();
  await outlook.verdict(pane.reader.title);
});
