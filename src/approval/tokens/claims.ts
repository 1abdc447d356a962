/** What a claim may be; anything else makes the whole token malformed. */
export type Claim<T> = (json: unknown) => { readonly value: T } | null;

const isText = (json: unknown): json is string => typeof json === "string";

export const text =
  (pattern: RegExp = /[^]/): Claim<string> =>
  (json) =>
    isText(json) && pattern.test(json) ? { value: json } : null;

/** From 0 on, as far as numbers are exact. */
export const count: Claim<number> = (json) =>
  typeof json === "number" && Number.isSafeInteger(json) && json >= 0 ? { value: json } : null;

export const oneOf =
  <T extends string>(values: readonly T[]): Claim<T> =>
  (json) =>
    isText(json) && values.indexOf(json as T) >= 0 ? { value: json as T } : null;

export const listOf =
  <T>(item: Claim<T>): Claim<readonly T[]> =>
  (json) => {
    if (!Array.isArray(json)) return null;
    const value: T[] = [];
    for (const each of json as readonly unknown[]) {
      const read = item(each);
      if (read === null) return null;
      value.push(read.value);
    }
    return { value };
  };

/** Exactly these members: what is missing, unknown or mistyped refuses the rest with it. */
export const exactly =
  <T>(members: { readonly [K in keyof T]: Claim<T[K]> }): Claim<T> =>
  (json) => {
    if (typeof json !== "object" || json === null || Array.isArray(json)) return null;
    const names = Object.keys(members) as (keyof T & string)[];
    if (Object.keys(json).length !== names.length) return null;
    const value = {} as T;
    for (const name of names) {
      if (!Object.prototype.hasOwnProperty.call(json, name)) return null;
      const read = members[name]((json as Record<string, unknown>)[name]);
      if (read === null) return null;
      value[name] = read.value;
    }
    return { value };
  };

/** The same, and something that its members must be to each other. */
export const where =
  <T>(claim: Claim<T>, holds: (value: T) => boolean): Claim<T> =>
  (json) => {
    const read = claim(json);
    return read !== null && holds(read.value) ? read : null;
  };
