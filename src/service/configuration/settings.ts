import { readFileSync } from "node:fs";
import type { BadSetting, SettingProblem } from "./problem";

export type Environment = Readonly<Record<string, string | undefined>>;
export type ReadFile = (file: string) => string;

/** Reads one variable after the other and collects what is wrong with them. */
export class Settings {
  readonly bad: BadSetting[] = [];

  constructor(
    private readonly environment: Environment,
    private readonly readFile: ReadFile = (file) => readFileSync(file, "utf8"),
  ) {}

  refuse(code: SettingProblem, variable: string): null {
    this.bad.push({ code, variable });
    return null;
  }

  /** Without white space around it; null where there is none. */
  text(variable: string): string | null {
    const value = this.environment[variable]?.trim() ?? "";
    return value === "" ? null : value;
  }

  /** The variable itself, or the content of the file that `<variable>_FILE` names. */
  secret(variable: string): string | null {
    const direct = this.text(variable);
    const file = this.text(`${variable}_FILE`);
    if (direct !== null && file !== null) return this.refuse("both-given", variable);
    if (file === null) return direct;
    try {
      return this.readFile(file).trim();
    } catch {
      return this.refuse("unreadable-file", `${variable}_FILE`);
    }
  }

  list(variable: string): readonly string[] {
    const parts = (this.text(variable) ?? "").split(/[\s,]+/);
    return parts.filter((part) => part !== "");
  }

  /** The value in the form that `read` gives it, or null and a problem. */
  required<T>(
    variable: string,
    read: (text: string) => T | null,
    code: SettingProblem,
    value = this.text(variable),
  ): T | null {
    if (value === null) {
      const isNoted = this.bad.some((each) => each.variable.startsWith(variable));
      return isNoted ? null : this.refuse("missing", variable);
    }
    return read(value) ?? this.refuse(code, variable);
  }

  optional<T>(
    variable: string,
    read: (text: string) => T | null,
    code: SettingProblem,
    otherwise: T,
  ): T {
    const value = this.text(variable);
    return value === null ? otherwise : (read(value) ?? this.refuse(code, variable) ?? otherwise);
  }

  each<T>(variable: string, read: (text: string) => T | null, code: SettingProblem): readonly T[] {
    const values = this.list(variable).map(read);
    if (values.includes(null)) this.refuse(code, variable);
    return values.filter((value) => value !== null);
  }
}
