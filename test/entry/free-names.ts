import { parse, type Node } from "acorn";

type Fields = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Fields).type === "string";

/** Names of members and keys name nothing in the surroundings. */
function isMemberName(parent: Fields, key: string): boolean {
  const named = key === "property" || key === "key" || key === "label";
  return named && parent.computed !== true;
}

const isTypeQuestion = (fields: Fields): boolean =>
  fields.type === "UnaryExpression" &&
  fields.operator === "typeof" &&
  (fields.argument as Node).type === "Identifier";

/**
 * Every name that a script speaks as a variable, less those whose type it asks for first. A minified
 * bundle's own names are too short to be taken for one of the host's.
 */
export function freeNames(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  const asked = new Set<string>();
  const visit = (node: Node): void => {
    const fields = node as unknown as Fields;
    if (fields.type === "Identifier") names.add(String(fields.name));
    if (isTypeQuestion(fields)) return void asked.add((fields.argument as { name: string }).name);
    for (const key of Object.keys(fields)) {
      const value = fields[key];
      if (isMemberName(fields, key)) continue;
      for (const each of Array.isArray(value) ? (value as unknown[]) : [value])
        if (isNode(each)) visit(each);
    }
  };
  visit(parse(source, { ecmaVersion: 2016, sourceType: "script" }));
  for (const name of asked) names.delete(name);
  return names;
}
