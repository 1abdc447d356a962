import type { SmtpSettings } from "../../../src/service/configuration/notices";
import { composeNotice } from "../../../src/service/notices/compose";
import { smtpSender } from "../../../src/service/notices/smtp";
import { createCertificate } from "../../../src/simulator/server/certificate";
import { MailServer } from "./mail-server";

const ID = "AAAAAAAAAAAAAAAAAAAAAA";
const notice = composeNotice(
  {
    id: "BBBBBBBBBBBBBBBBBBBBBB",
    request: ID,
    word: "asked",
    to: ["ishikawa@sakura-motors.example", "ueda@sakura-motors.example"],
    sender: "佐々木 一郎",
    others: 3,
    outside: 1,
    files: 1,
  },
  "https://sekisho.sakura-motors.example",
);

let server: MailServer;
afterEach(() => server.stop());

const settings = (over: Partial<SmtpSettings> = {}): SmtpSettings => ({
  kind: "smtp",
  from: "sekisho@sakura-motors.example",
  host: "localhost",
  port: server.port,
  secure: false,
  user: null,
  password: null,
  oauth: null,
  ...over,
});

const failure = async (work: Promise<void>): Promise<string> =>
  work.then(
    () => "sent",
    (error: { code?: string }) => error.code ?? "failed",
  );

test("one mail to all who are asked, with its header, readable", async () => {
  server = await MailServer.start({ disabledCommands: ["STARTTLS", "AUTH"] });
  const sender = smtpSender({ settings: settings(), token: null });
  await sender.send(notice);
  sender.close();
  expect(server.received).toHaveLength(1);
  const { from, to, source } = server.received[0]!;
  expect(from).toBe("sekisho@sakura-motors.example");
  expect(to).toEqual(notice.to);
  expect(source).toMatch(new RegExp(`^x-sekisho-request: ${ID}\r$`, "im"));
  expect(source).toMatch(
    /^Message-ID: <BBBBBBBBBBBBBBBBBBBBBB@sekisho\.sakura-motors\.example>\r$/im,
  );
  expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/im);
  expect(source).toMatch(/^Subject: =\?UTF-8\?/im);
  expect(source).not.toContain("佐々木");
});

test("a password goes over TLS", async () => {
  const tls = await createCertificate(new Date());
  const seen: string[] = [];
  server = await MailServer.start({
    ...tls,
    onAuth: ({ username, password }, { secure }, done) => {
      seen.push(`${username} ${password} ${secure}`);
      done(null, { user: username });
    },
  });
  const user = { user: "sekisho", password: "s p@ce" };
  const sender = smtpSender({ settings: settings(user), token: null, ca: tls.cert });
  await sender.send(notice);
  sender.close();
  expect(seen).toEqual(["sekisho s p@ce true"]);
  expect(server.received[0]).toMatchObject({ secure: true, user: "sekisho" });
});

test("a server without TLS never hears the password", async () => {
  const seen: string[] = [];
  server = await MailServer.start({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ password }, _, done) => {
      seen.push(password ?? "");
      done(null, { user: "x" });
    },
  });
  const sender = smtpSender({
    settings: settings({ user: "sekisho", password: "secret" }),
    token: null,
  });
  expect(await failure(sender.send(notice))).toBe("ETLS");
  sender.close();
  expect(seen).toEqual([]);
  expect(server.received).toEqual([]);
});

test("a certificate of somebody else is not believed", async () => {
  server = await MailServer.start(await createCertificate(new Date()));
  const sender = smtpSender({
    settings: settings({ user: "sekisho", password: "secret" }),
    token: null,
  });
  expect(await failure(sender.send(notice))).not.toBe("sent");
  sender.close();
  expect(server.received).toEqual([]);
});

test("a token of today is used, and a new one when it changed", async () => {
  const tls = await createCertificate(new Date());
  const seen: string[] = [];
  server = await MailServer.start({
    ...tls,
    authMethods: ["XOAUTH2"],
    onAuth: ({ method, username, accessToken }, _, done) => {
      seen.push(`${method} ${username} ${accessToken}`);
      done(null, { user: username });
    },
  });
  let current = "token-1";
  const oauth = { tokenAddress: "", clientId: "", clientSecret: "", scope: "" };
  const sender = smtpSender({
    settings: settings({ user: "sekisho@sakura-motors.example", oauth }),
    token: () => ({ get: () => Promise.resolve(current), forget: () => undefined }),
    ca: tls.cert,
  });
  await sender.send(notice);
  current = "token-2";
  await sender.send(notice);
  sender.close();
  expect(seen).toEqual([
    "XOAUTH2 sekisho@sakura-motors.example token-1",
    "XOAUTH2 sekisho@sakura-motors.example token-2",
  ]);
});

test("a mail that the server does not take is a failed try", async () => {
  server = await MailServer.start({ disabledCommands: ["STARTTLS", "AUTH"] });
  server.refuses = 451;
  const sender = smtpSender({ settings: settings(), token: null });
  expect(await failure(sender.send(notice))).toBe("EMESSAGE");
  server.refuses = null;
  expect(await failure(sender.send(notice))).toBe("sent");
  sender.close();
});

test("what could be another header never reaches the server", async () => {
  server = await MailServer.start({ disabledCommands: ["STARTTLS", "AUTH"] });
  const sender = smtpSender({ settings: settings(), token: null });
  const unsafe = { ...notice, subject: "x\r\nBcc: evil@evil.example" };
  expect(await failure(sender.send(unsafe))).toBe("failed");
  sender.close();
  expect(server.received).toEqual([]);
});
