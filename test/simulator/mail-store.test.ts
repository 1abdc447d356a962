import { MailStore } from "../../src/simulator/mail-store";
import type { MailDraft } from "../../src/simulator/mail-store";

const addressee = (address: string) => ({ name: "", address });

const draft = (fields: Partial<MailDraft>): MailDraft => ({
  from: addressee("Suzuki@kuruma.example"),
  to: [],
  cc: [],
  bcc: [],
  subject: "見積",
  html: "",
  files: [],
  date: 1,
  customProperties: { baseline: "b" },
  internetHeaders: { "x-a": "1" },
  ...fields,
});

test("a delivered mail lies in the sender's sent items and once in each inbox, without Bcc", () => {
  const store = new MailStore();
  store.deliver(
    draft({
      to: [addressee("A@mail.example")],
      cc: [addressee("a@mail.example")],
      bcc: [addressee("b@mail.example")],
    }),
    "Suzuki@kuruma.example",
  );
  const [sent] = store.mailsOf("suzuki@kuruma.example", "sent");
  expect(sent?.bcc).toEqual([addressee("b@mail.example")]);
  for (const owner of ["a@mail.example", "b@mail.example"]) {
    const inbox = store.mailsOf(owner, "inbox");
    expect(inbox).toHaveLength(1);
    expect(inbox[0]).toMatchObject({
      bcc: [],
      read: false,
      customProperties: {},
      internetHeaders: { "x-a": "1" },
    });
  }
});

test("lists are followed to their members, and a circle of lists ends", () => {
  const store = new MailStore();
  store.setGroup("All@kuruma.example", [addressee("sales@kuruma.example")]);
  store.setGroup("sales@kuruma.example", [
    addressee("all@kuruma.example"),
    addressee("sato@kuruma.example"),
  ]);
  store.deliver(draft({ to: [addressee("all@kuruma.example")] }), "suzuki@kuruma.example");
  expect(store.owners()).toEqual(["sato@kuruma.example", "suzuki@kuruma.example"]);
});

test("newest first, and every change is told", () => {
  const store = new MailStore();
  let told = 0;
  const stop = store.subscribe(() => (told += 1));
  const first = store.deliver(draft({ date: 1 }), "a@kuruma.example");
  const second = store.deliver(draft({ date: 2 }), "a@kuruma.example");
  expect(store.mailsOf("A@kuruma.example", "sent")).toEqual([
    store.get(second.id),
    store.get(first.id),
  ]);
  store.remove(first.id);
  store.remove(first.id);
  expect([told, store.version]).toEqual([3, 3]);
  stop();
  store.remove(second.id);
  expect(told).toBe(3);
});
