/** Why a policy was not taken: where (a JSON pointer) and what. */
export interface ShapeError {
  readonly path: string;
  readonly code:
    | "policy/type"
    | "policy/unknown-field"
    | "policy/missing-field"
    | "policy/range"
    | "policy/choice"
    | "policy/domain"
    | "policy/order";
}

export type Read<T> = { readonly value: T } | { readonly error: ShapeError };

/** One piece of a document: how it is read, and the JSON Schema that says the same. */
export interface Shape<T> {
  readonly schema: Readonly<Record<string, unknown>>;
  read(json: unknown, path: string): Read<T>;
}

const wrong = (path: string, code: ShapeError["code"]): { error: ShapeError } => ({
  error: { path, code },
});

export const choice = <T extends string | number>(...values: readonly T[]): Shape<T> => ({
  schema: values.length === 1 ? { const: values[0] } : { enum: values },
  read: (json, path) =>
    values.indexOf(json as T) >= 0 ? { value: json as T } : wrong(path, "policy/choice"),
});

export const integer = (minimum: number, maximum: number): Shape<number> => ({
  schema: { type: "integer", minimum, maximum },
  read(json, path) {
    if (typeof json !== "number" || Math.floor(json) !== json) return wrong(path, "policy/type");
    return json >= minimum && json <= maximum ? { value: json } : wrong(path, "policy/range");
  },
});

/** A text that `normal` can bring into one spelling; null is what it cannot read. */
export const list = (
  maxItems: number,
  item: Readonly<Record<string, unknown>>,
  normal: (text: string) => string | null,
): Shape<readonly string[]> => ({
  schema: { type: "array", maxItems, items: item },
  read(json, path) {
    if (!Array.isArray(json)) return wrong(path, "policy/type");
    if (json.length > maxItems) return wrong(path, "policy/range");
    const value: string[] = [];
    for (let i = 0; i < json.length; i++) {
      const each: unknown = json[i];
      if (typeof each !== "string") return wrong(`${path}/${i}`, "policy/type");
      const text = normal(each);
      if (text === null) return wrong(`${path}/${i}`, "policy/domain");
      value.push(text);
    }
    return { value };
  },
});

/** Exactly these fields: a misspelt limit must not be a limit that is not there. */
export const object = <T>(
  fields: { readonly [K in keyof T]: Shape<T[K]> },
  check: (value: T, path: string) => ShapeError | null = () => null,
): Shape<T> => {
  const names = Object.keys(fields) as (keyof T & string)[];
  return {
    schema: {
      type: "object",
      additionalProperties: false,
      required: names,
      properties: names.reduce<Record<string, unknown>>((properties, name) => {
        properties[name] = fields[name].schema;
        return properties;
      }, {}),
    },
    read(json, path) {
      if (typeof json !== "object" || json === null || Array.isArray(json)) {
        return wrong(path, "policy/type");
      }
      const unknown = Object.keys(json).find((name) => names.indexOf(name as keyof T & string) < 0);
      if (unknown !== undefined)
        return wrong(`${path}/${pointer(unknown)}`, "policy/unknown-field");
      const value = {} as T;
      for (const name of names) {
        const at = `${path}/${name}`;
        if (!Object.prototype.hasOwnProperty.call(json, name))
          return wrong(at, "policy/missing-field");
        const read = fields[name].read((json as Record<string, unknown>)[name], at);
        if ("error" in read) return read;
        value[name] = read.value;
      }
      const error = check(value, path);
      return error ? { error } : { value };
    },
  };
};

/** RFC 6901. */
const pointer = (name: string): string => name.replace(/~/g, "~0").replace(/\//g, "~1");
