import { createTransport } from "nodemailer";
import { arrive } from "../../src/simulator/app/arrivals";
import { MailStore } from "../../src/simulator/mail-store";
import { MailSink } from "../../src/simulator/server/mail-sink";
import type { Arrival } from "../../src/simulator/world";

let sink: MailSink;
beforeAll(async () => {
  sink = await MailSink.start();
});
afterAll(() => sink.close());

const send = async (mail: object): Promise<void> => {
  const transport = createTransport({ host: sink.host, port: sink.port, secure: false });
  try {
    await transport.sendMail({ from: "関所 <sekisho@a.example>", ...mail });
  } finally {
    transport.close();
  }
};

test("a mail lies in each recipient's inbox, with its headers and its text as text", async () => {
  const followed: Arrival[] = [];
  const end = sink.follow((arrival) => followed.push(arrival));
  await send({
    to: ["Ichi@A.example", "ni@a.example"],
    subject: "【関所】承認の依頼",
    text: "<b>1</b> https://localhost:1/review#abc",
    headers: { "x-sekisho-request": "abc" },
  });
  end();
  expect(followed.map(({ owner }) => owner)).toEqual(["ichi@a.example", "ni@a.example"]);

  const store = new MailStore();
  for (const arrival of [...followed, ...followed]) arrive(store, arrival);
  const [mail, ...more] = store.mailsOf("ichi@a.example", "inbox");
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    subject: "【関所】承認の依頼",
    from: { name: "関所", address: "sekisho@a.example" },
    internetHeaders: { "x-sekisho-request": "abc" },
    read: false,
  });
  expect(mail?.html).toContain("&lt;b&gt;1&lt;/b&gt;");
  expect(mail?.html).toContain('<a href="https://localhost:1/review#abc"');
});

test("who comes later is told of what came before, once", async () => {
  const late: Arrival[] = [];
  sink.follow((arrival) => late.push(arrival))();
  expect(late.length).toBe(2);
  await send({ to: "ichi@a.example", subject: "later", text: "later" });
  expect(late.length).toBe(2);
});

test("a mail of more than a megabyte is not taken", async () => {
  const before: Arrival[] = [];
  sink.follow((arrival) => before.push(arrival))();
  await expect(
    send({ to: "ichi@a.example", subject: "big", text: "x".repeat(1_500_000) }),
  ).rejects.toThrow();
  const after: Arrival[] = [];
  sink.follow((arrival) => after.push(arrival))();
  expect(after.length).toBe(before.length);
});
