import { tokens } from "@fluentui/react-components";
import type { Verdict } from "../core/verdict";

/** How something looks: a verdict, or that there is none (yet). Never colour alone: see `icons`. */
export type Tone = Verdict | "busy" | "failed";

interface ToneColours {
  readonly background: string;
  readonly border: string;
  readonly foreground: string;
}

const danger: ToneColours = {
  background: tokens.colorStatusDangerBackground1,
  border: tokens.colorStatusDangerBorder1,
  foreground: tokens.colorStatusDangerForeground3,
};

export const TONE_COLOURS: Readonly<Record<Tone, ToneColours>> = {
  allow: {
    background: tokens.colorStatusSuccessBackground1,
    border: tokens.colorStatusSuccessBorder1,
    foreground: tokens.colorStatusSuccessForeground1,
  },
  confirm: {
    background: tokens.colorStatusWarningBackground1,
    border: tokens.colorStatusWarningBorder1,
    foreground: tokens.colorStatusWarningForeground3,
  },
  "sign-off": {
    background: tokens.colorBrandBackground2,
    border: tokens.colorBrandStroke2,
    foreground: tokens.colorBrandForeground2,
  },
  block: danger,
  busy: {
    background: tokens.colorNeutralBackground3,
    border: tokens.colorNeutralStroke1,
    foreground: tokens.colorNeutralForeground2,
  },
  failed: danger,
};
