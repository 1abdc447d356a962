import { clientToken } from "../directory/client-token";
import { openGraph, type Outgoing } from "../directory/open-graph";
import type { NoticeSettings } from "../configuration/notices";
import { graphSender } from "./graph-mail";
import type { NoticeSender } from "./mail";
import { smtpSender } from "./smtp";

/** How notices go out, or null where nobody set it up: they wait. */
export function noticeSender(
  { mail, graph }: NoticeSettings,
  outgoing: Outgoing,
): NoticeSender | null {
  if (mail === null) return null;
  if (mail.kind === "smtp")
    return smtpSender({
      settings: mail,
      token: ({ tokenAddress: address, ...oauth }) =>
        clientToken({ address, ...oauth, ...outgoing }),
    });
  return graph === null ? null : graphSender(openGraph(graph, outgoing), mail.from);
}
