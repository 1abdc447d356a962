import { createHash } from "node:crypto";

/** No single one decides more often than a person may call. */
export const MANAGERS = 40;

export const oidOf = (id: string): string => {
  const digits = createHash("sha256").update(id).digest("hex");
  return `aaaaaaaa-0000-4000-8000-${digits.slice(0, 12)}`;
};
export const addressOf = (id: string): string => `${id}@sekisho-motors.example`;
