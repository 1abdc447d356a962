import type { HostTexts } from "../host";

export const hostJa: HostTexts = {
  prevented: (addin) => `${addin} がこのメールの送信を止めています。`,
  takeAction: "対処する",
};
