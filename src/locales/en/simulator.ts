import type { SimulatorTexts } from "../simulator";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

const timeOf = (date: Date): string => `${date.getHours()}:${two(date.getMinutes())}`;

export const simulatorEn: SimulatorTexts = {
  product: "Sakura Motors Mail",
  demo: "Demo",
  people: {
    "head-office": "Head office, sales planning",
    staff: "Sakuragaoka store, sales",
    manager: "Sakuragaoka store, manager",
    deputy: "Sakuragaoka store, deputy manager",
    "area-manager": "Jonan area, manager",
    "privacy-officer": "Head office, privacy officer",
    "other-staff": "Hanamizuki store, sales",
    "other-manager": "Hanamizuki store, manager",
  },
  signedInAs: "Signed in as",
  switchPerson: "Switch person",
  darkMode: "Dark mode",
  otherLanguage: "日本語",
  startOver: "Start over",
  folders: {
    inbox: "Inbox",
    drafts: "Drafts",
    sent: "Sent Items",
    outside: "Outside inboxes",
  },
  foldersLabel: "Folders",
  listLabel: "Messages",
  readingLabel: "Message",
  newMail: "New mail",
  emptyFolder: "Nothing here",
  emptyOutside: "Nothing has left the company yet",
  nothingSelected: "Select a message",
  nothingSelectedHint: "“Try it” on the left leads through scenes step by step.",
  nothingSelectedHintNarrow:
    "“Try it”, behind ☰ at the top left, leads through scenes step by step.",
  losing: {
    title: "What you wrote will be lost",
    text: "The page begins anew: open messages and saved drafts are not kept.",
    stay: "Stay here",
    goOn: "Lose it and go on",
  },
  noSubject: "(No subject)",
  unread: "Unread",
  hasFiles: "Has attachments",
  isDraft: "Draft",
  addInMissing:
    "The add-in's manifest could not be loaded, so nothing can be sent. Open the demo with npm start.",
  actions: {
    reply: "Reply",
    replyAll: "Reply all",
    forward: "Forward",
    resend: "Resend this message",
    editAsNew: "Edit as new",
  },
  openDraft: "Continue editing",
  saveAsFile: "Save as .eml file",
  download: "Download",
  downloadOf: (file) => `Download ${file}`,
  filesLabel: "Attachments",
  fields: {
    from: "From",
    to: "To",
    cc: "Cc",
    bcc: "Bcc",
    subject: "Subject",
    body: "Message body",
  },
  recipientsHint: "Name or e-mail address",
  subjectHint: "Add a subject",
  removeRecipient: (name) => `Remove ${name}`,
  unresolved: "This name was not found",
  group: "Group",
  outside: "External",
  suggestions: "Suggestions",
  recipientCount: (count) => `${count}`,
  compose: {
    window: "Compose",
    tabs: "Open messages",
    send: "Send",
    sending: "Checking before sending…",
    save: "Save draft",
    saved: "Saved to Drafts",
    discard: "Discard",
    close: "Close (keep as draft)",
    attach: "Attach",
    ownFile: "Browse this computer",
    desktop: "Demo files",
    more: "More",
    dropHere: "Drop to attach",
    uploading: "Uploading",
    removeFile: (file) => `Remove attachment ${file}`,
    noRecipients: "Add a recipient first.",
    unresolvedLeft: "Some names were not found. Correct or remove the red recipients, then send.",
    fileTooLarge: "Files over 25 MB cannot be attached.",
    commands: "Message commands",
    formatting: "Formatting",
    bold: "Bold",
    list: "Bulleted list",
    link: "Link",
    linkAddress: "Address of the link (https://…)",
    insertLink: "Insert",
    cancel: "Cancel",
    notices: "Notices",
    dismiss: "Dismiss",
    hidePane: "Close the pane",
    pinPane: "Keep open when another message is selected",
  },
  alert: {
    dontSend: "Don't send",
    sendAnyway: "Send anyway",
    tryLater: "Try later",
    unavailable: (addin) =>
      `“${addin}” could not be loaded. This message can't be sent until it has been checked. Wait a moment, then send again.`,
    timedOut: (addin) => `“${addin}” did not finish its check in time. Send again.`,
    takingLonger: (addin) => `“${addin}” is taking longer than expected`,
    takingLongerHint: "Wait until the check has finished.",
  },
  signIn: {
    title: "Sign-in of the demo",
    onlyDemo:
      "This is a demo. The people are made up and there are no passwords. In a real installation your company's Microsoft 365 sign-in appears here.",
    choose: "Choose who to be",
    expired: "This sign-in has expired. Go back to the page that you came from and sign in again.",
  },
  quote: {
    from: "From:",
    sent: "Sent:",
    to: "To:",
    cc: "Cc:",
    subject: "Subject:",
  },
  sentNotice: "Sent",
  outsideNotice: (count) =>
    `Sent. It reached ${count} ${count === 1 ? "person" : "people"} outside.`,
  stories: {
    title: "Try it",
    intro: "All people, companies and customers are made up. Mail travels inside this page only.",
    begin: "Begin this scene",
    copyAddresses: "Copy the 29 addresses",
    copied: "Copied",
    open: "Open",
    all: {
      accident: {
        title: "The accident of July 2019",
        steps: [
          "Open head office's mail 「夏のご案内：お客様リストの送付」 (summer greetings). A list of 2,940 customers is attached.",
          "Press “Edit as new” and rewrite the text for the customers.",
          "Copy the 29 addresses and paste them into Cc.",
          "Press “Send”.",
          "Press “Open Sekisho” and mend it with “Move to Bcc” and “Remove”. What is left can be signed off.",
        ],
      },
      "sign-off": {
        title: "Sent with a sign-off",
        steps: [
          "Reply to Ms. Yamada's 「見積もりのお願い」, attach 「山田様_見積書.xlsx」 and press “Send”.",
          "Press “Open Sekisho”, choose a reason and ask for the sign-off.",
          "Switch, at the top right, to the manager 松本 隆. A notice is in the inbox: open it, and press “Sign-off requests” above the mail.",
          "Tick the recipient and approve.",
          "Back as 佐々木 健, the pane says that it is approved. Press “Send”: it arrives in the outside inbox.",
        ],
      },
      "changed-after": {
        title: "One letter changed after the sign-off",
        steps: [
          "Go through “Sent with a sign-off” until the manager has approved.",
          "Back as 佐々木 健, change one letter of the text and press “Send”. It is stopped, and told what changed.",
          "Ask for a sign-off of the difference. The manager sees what changed.",
        ],
      },
      "two-managers": {
        title: "A list of more than 1,000 people",
        steps: [
          "Forward head office's mail to info@hoshi-bankin.example (a supplier) and press “Send”.",
          "In the pane, write the reason and ask. It takes two who approve, one of them from outside the store.",
          "Approve as the store manager 松本 隆, then as the area manager 高田 洋子. The number of people is typed.",
          "Back as 佐々木 健, press “Send”.",
        ],
      },
      mismatch: {
        title: "Mr. Sato's quotation to Ms. Yamada",
        steps: [
          "Reply to Ms. Yamada's 「見積もりのお願い」 (quotation request). Begin with 「山田様」.",
          "Attach the demo file 「佐藤様_見積書.xlsx」 (Mr. Sato's quotation).",
          "Press “Send”.",
        ],
      },
      everyday: {
        title: "Everyday mail inside",
        steps: [
          "Reply to 「明日の朝礼の当番」 (morning meeting) and press “Send”. It leaves with no question.",
        ],
      },
      draft: {
        title: "A draft with customers",
        steps: [
          "Open the draft 「夏のご案内」. Customers are in Cc and the customer list is attached.",
          "Press “Send”.",
        ],
      },
      phone: {
        title: "A draft begun on a phone",
        steps: ["Open the draft 「お見積書の件」, write on, and press “Send”."],
      },
      "mail-in-mail": {
        title: "A mail inside a mail",
        steps: [
          "Forward 「本部のメールです（添付）」. The attached mail holds the customer list.",
          "Put 山田 恵子 into To and press “Send”.",
        ],
      },
      resend: {
        title: "Resend a sent mail",
        steps: [
          "Open 「お客様リスト」 in Sent Items and press “Resend this message” (perhaps behind “…”).",
          "Add 佐藤 浩 to Cc and press “Send”.",
        ],
      },
      "head-office": {
        title: "Head office sends a list to all sales staff",
        steps: [
          "Resend 「夏のご案内：お客様リストの送付」 from Sent Items (perhaps behind “…”).",
          "Leave the six sales people as recipients and press “Send”. You are asked to check, not stopped.",
          "With the group 「全店営業」 (all sales) instead, nobody can see who gets it: it needs a sign-off.",
        ],
      },
      manager: {
        title: "The manager does the same",
        steps: [
          "As the manager, forward 「夏のご案内：お客様リストの送付」.",
          "Paste the 29 addresses into Bcc and press “Send”.",
        ],
      },
    },
  },
  shortDate: (time) => {
    const date = new Date(time);
    const isToday = date.toDateString() === new Date().toDateString();
    return isToday
      ? timeOf(date)
      : `${MONTHS[date.getMonth()] ?? ""} ${date.getDate()}, ${timeOf(date)}`;
  },
  longDate: (time) => {
    const date = new Date(time);
    const day = `${MONTHS[date.getMonth()] ?? ""} ${date.getDate()}, ${date.getFullYear()}`;
    return `${WEEKDAYS[date.getDay()] ?? ""}, ${day} ${timeOf(date)}`;
  },
  fileSize: (bytes) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
};
