import { createTransport, type Transporter } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import type { OAuthSettings, SmtpSettings } from "../configuration/notices";
import type { ClientToken } from "../directory/client-token";
import { checkMail, type NoticeSender } from "./mail";

const TIMEOUT = 20_000;

export interface SmtpOptions {
  readonly settings: SmtpSettings;
  /** Tokens for XOAUTH2, where the server wants them. */
  readonly token: ((oauth: OAuthSettings) => ClientToken) | null;
  /** Of a certificate authority that is not public. */
  readonly ca?: string;
}

/** SMTP with a password, a token (XOAUTH2) or nothing; never a secret over an open line. */
export function smtpSender({ settings, token, ca }: SmtpOptions): NoticeSender {
  const { host, port, secure, user, password, oauth, from } = settings;
  const tokens = oauth !== null && token !== null ? token(oauth) : null;
  const needsSecrecy = user !== null;
  const transport = (accessToken: string | null): Transporter<SMTPPool.SentMessageInfo> =>
    createTransport({
      pool: true,
      maxConnections: 1,
      host,
      port,
      secure,
      requireTLS: !secure && needsSecrecy,
      tls: { minVersion: "TLSv1.2", ...(ca === undefined ? {} : { ca }) },
      connectionTimeout: TIMEOUT,
      greetingTimeout: TIMEOUT,
      socketTimeout: TIMEOUT,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...authOf(user, password, accessToken),
    } as SMTPPool.Options);
  let open: { readonly transport: Transporter; readonly token: string | null } | null = null;

  const current = async (): Promise<Transporter> => {
    const accessToken = tokens === null ? null : await tokens.get();
    if (open === null || open.token !== accessToken) {
      open?.transport.close();
      open = { transport: transport(accessToken), token: accessToken };
    }
    return open.transport;
  };

  return {
    async send(mail) {
      const { to, subject, text, headers, messageId } = checkMail(mail);
      const through = await current();
      await through.sendMail({ from, to: [...to], subject, text, headers, messageId });
    },
    close() {
      open?.transport.close();
    },
  };
}

function authOf(user: string | null, password: string | null, accessToken: string | null): object {
  if (user !== null && accessToken !== null) return { auth: { type: "OAuth2", user, accessToken } };
  return user === null ? {} : { auth: { user, pass: password ?? "" } };
}
