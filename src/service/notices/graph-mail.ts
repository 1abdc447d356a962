import type { GraphClient } from "../directory/graph-client";
import { checkMail, type NoticeSender } from "./mail";

/** Microsoft Graph's sendMail, from one mailbox; nothing is kept in its sent items. */
export const graphSender = (graph: GraphClient, from: string): NoticeSender => ({
  async send(mail) {
    const { to, subject, text, headers } = checkMail(mail);
    await graph.post(`/users/${encodeURIComponent(from)}/sendMail`, {
      message: {
        subject,
        body: { contentType: "Text", content: text },
        toRecipients: to.map((address) => ({ emailAddress: { address } })),
        // Graph takes no other headers than those of one's own, which begin with x-.
        internetMessageHeaders: Object.entries(headers)
          .filter(([name]) => name.startsWith("x-"))
          .map(([name, value]) => ({ name, value })),
      },
      saveToSentItems: false,
    });
  },
  close: () => undefined,
});
