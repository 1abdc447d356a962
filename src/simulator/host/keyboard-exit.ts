import { fieldsOf } from "./envelope";

/** Where the keyboard goes that leaves an add-in's page; office.js takes Tab from the browser. */
export type KeyboardExit = "next" | "previous" | "message";

/** The library's own numbers of what it tells the host (OSF.AgaveHostAction). */
const EXITS: ReadonlyMap<number, KeyboardExit> = new Map([
  [5, "message"], // CtrlF6Exit
  [6, "message"], // CtrlF6ExitShift
  [13, "next"], // TabExit
  [14, "previous"], // TabExitShift
  [15, "message"], // EscExit
  [16, "message"], // F2Exit
  [17, "next"], // ExitNoFocusable
  [18, "previous"], // ExitNoFocusableShift
]);

/** Parameters of `notifyHost` are the control's id and the number. */
export function keyboardExit(data: unknown): KeyboardExit | null {
  return EXITS.get(Number(fieldsOf(data)["1"])) ?? null;
}

export const KEYBOARD_EXIT = "addin-keyboard-exit";
