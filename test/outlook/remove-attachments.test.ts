import { createCall } from "../../src/outlook/call";
import { removeAttachments } from "../../src/outlook/remove-attachments";
import { file, MailboxDouble } from "./mailbox-double";
import { installOffice } from "./office-double";

const names = (mailbox: MailboxDouble) => mailbox.attachments.map(({ name }) => name);
const mail = () =>
  new MailboxDouble({ attachments: [file("a", "1"), file("b", "2"), file("c", "3")] });

const remove = (mailbox: MailboxDouble, ids: readonly string[]) =>
  removeAttachments(
    { call: createCall(), item: installOffice({ mailbox }), platform: "windows" },
    ids,
  );

test("removes those that are named", async () => {
  const mailbox = mail();
  expect(await remove(mailbox, ["id-a", "id-c"])).toEqual({ ok: true, removed: 2 });
  expect(names(mailbox)).toEqual(["b"]);
});

test("removes the right ones where the id is a place in the list", async () => {
  const mailbox = mail();
  const renumber = () =>
    mailbox.attachments.forEach((each, index) => void (each.id = String(index)));
  renumber();
  mailbox.before = renumber;
  expect(await remove(mailbox, ["0", "1"])).toEqual({ ok: true, removed: 2 });
  expect(names(mailbox)).toEqual(["c"]);
});

test("stops where the client refuses", async () => {
  const mailbox = mail();
  mailbox.faults.set(1, "fail");
  expect(await remove(mailbox, ["id-a"])).toEqual({
    ok: false,
    removed: 0,
    code: "outlook/failed",
  });
});

test("stops where something else has gone", async () => {
  const mailbox = mail();
  mailbox.before = ({ name }) => {
    if (name === "attachments.remove") mailbox.attachments.shift();
  };
  expect(await remove(mailbox, ["id-c", "id-a"])).toEqual({
    ok: false,
    removed: 0,
    code: "outlook/changed",
  });
});

test("says so where one is not there any more", async () => {
  expect(await remove(mail(), ["id-x"])).toEqual({
    ok: false,
    removed: 0,
    code: "outlook/changed",
  });
});
