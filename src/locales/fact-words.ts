import type { Facts } from "../core/verdict";
import { grouped } from "./grouped";

/** A rule's number; 0 where the rule did not give one. */
export function countIn(facts: Facts, name: string): number {
  const value = facts[name];
  return typeof value === "number" ? value : 0;
}

export const numberIn = (facts: Facts, name: string): string => grouped(countIn(facts, name));

export function textIn(facts: Facts, name: string): string {
  const value = facts[name];
  return typeof value === "string" ? value : "";
}

export function textsIn(facts: Facts, name: string): readonly string[] {
  const value = facts[name];
  return typeof value === "object" ? value : [];
}
