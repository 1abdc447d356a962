import { Fragment } from "react";
import type { ReactNode } from "react";

const INLINE =
  /\\([\\`*_{}[\]()#+\-.!>])|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)|(\*{1,3}|_{1,3})(.+?)\4/g;

/** The small Markdown that Smart Alerts know: emphasis, links, bulleted and numbered lists. */
export function AlertMarkdown({ text }: { readonly text: string }) {
  const blocks = text.split(/\n{2,}|\r\n?|\n/).filter((line) => line.trim() !== "");
  return (
    <>
      {blocks.map((line, index) => (
        <Line key={index} line={line.trim()} />
      ))}
    </>
  );
}

function Line({ line }: { readonly line: string }) {
  const item = /^(?:[-*]|(\d+)\.)\s+(.*)$/.exec(line);
  if (!item) return <p>{inline(line)}</p>;
  return (
    <p style={{ display: "grid", gridTemplateColumns: "1.4em minmax(0, 1fr)" }}>
      <span>{item[1] ? `${item[1]}.` : "•"}</span>
      <span>{inline(item[2] ?? "")}</span>
    </p>
  );
}

function inline(text: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(
      text.slice(end, match.index),
      <Fragment key={match.index}>{marked(match)}</Fragment>,
    );
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

function marked([, escaped, label, address, marks, content = ""]: RegExpMatchArray): ReactNode {
  if (escaped !== undefined) return escaped;
  if (address !== undefined)
    return (
      <a href={address} target="_blank" rel="noreferrer">
        {label}
      </a>
    );
  const inner = inline(content);
  if (marks?.length === 1) return <em>{inner}</em>;
  const strong = <strong>{inner}</strong>;
  return marks?.length === 3 ? <em>{strong}</em> : strong;
}
