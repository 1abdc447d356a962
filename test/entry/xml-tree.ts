/** As much of XML as a manifest uses: elements and attributes. Throws where it is not well formed. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const TOKEN =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/g;

export function parseXml(source: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  let at = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index !== at) throw new Error(`Not XML at ${at}`);
    at += match[0].length;
    const [token, closing, name, attributes, empty] = match;
    const parent = open[open.length - 1];
    if (!parent) throw new Error(`Nothing open at ${at}`);
    if (!name) {
      if (!token.startsWith("<")) parent.text += token.trim();
    } else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const element = { name, attributes: attributesIn(attributes ?? ""), children: [], text: "" };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [only] = root.children;
  if (at !== source.length || open.length !== 1 || !only || root.children.length !== 1)
    throw new Error("Not one whole element");
  return only;
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (name === undefined || name in found) throw new Error(`Attribute ${name} twice`);
    found[name] = value ?? "";
  }
  return found;
}

/** All elements of a name, at any depth, in document order. */
export const allOf = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => allOf(child, name)),
];
