import type { HostTexts } from "../host";

export const hostEn: HostTexts = {
  prevented: (addin) => `${addin} is preventing this email from being sent.`,
  takeAction: "Take action",
};
