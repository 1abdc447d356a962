import fc from "fast-check";
import { projectBody } from "../../src/approval/projection";

/** A generated body: words, links and images in blocks, some of them hidden. */
interface Piece {
  readonly kind: "text" | "hidden" | "link" | "image" | "comment" | "word-only";
  readonly value: string;
}

const word = fc.string({
  unit: fc.constantFrom(..."abcあいう様漢字0123"),
  minLength: 1,
  maxLength: 8,
});
const piece: fc.Arbitrary<Piece> = fc.record({
  kind: fc.constantFrom("text", "hidden", "link", "image", "comment", "word-only"),
  value: word,
});
const bodies = fc.sample(fc.array(piece, { minLength: 3, maxLength: 12 }), {
  numRuns: 250,
  seed: 2019,
});

interface Look {
  readonly open: string;
  readonly close: string;
  readonly style: string;
}
const PLAIN: Look = { open: "<p>", close: "</p>", style: "" };
const LOOKS: readonly Look[] = [
  { open: "<div class='x'>", close: "</div>\r\n", style: " style='color:red;font-size:12pt'" },
  { open: "<table bgcolor=red><tr><td width='3'>", close: "</td></tr></table>", style: " class=y" },
  {
    open: "\n  <p align=center><b><span lang=JA>",
    close: "</span></b></p>&nbsp;",
    style: " dir=ltr",
  },
];

function html(pieces: readonly Piece[], look: Look): string {
  return pieces
    .map(({ kind, value }) => look.open + inner(kind, value, look.style) + look.close)
    .join("");
}

function inner(kind: Piece["kind"], value: string, style: string): string {
  if (kind === "text") return `<span${style}>${value}</span>`;
  if (kind === "hidden") return `<i style='display:none'${style && " id=z"}>${value}</i>`;
  if (kind === "link") return `<a${style} href='https://example.com/${value}'>ここ</a>`;
  if (kind === "image") return `<img${style} src='https://example.com/${value}.png'>`;
  if (kind === "comment") return `<!-- ${value} -->`;
  return `<!--[if mso]><u>${value}</u><![endif]-->`;
}

function projected(body: string): string {
  const projection = projectBody(body, () => []);
  if (projection.state === "refused") throw new Error(projection.code);
  return Buffer.from(projection.bytes).toString("hex");
}

test("250 bodies: any piece changed, dropped or doubled changes the projection", () => {
  for (const pieces of bodies) {
    const before = projected(html(pieces, PLAIN));
    pieces.forEach((each, i) => {
      const changed = [...pieces];
      changed[i] = { ...each, value: each.value + "え" };
      const doubled = [...pieces.slice(0, i), each, ...pieces.slice(i)];
      const dropped = pieces.filter((_, j) => j !== i);
      for (const other of [changed, doubled, dropped]) {
        expect(projected(html(other, PLAIN))).not.toBe(before);
      }
    });
  }
});

test("250 bodies: looks alone change nothing", () => {
  for (const pieces of bodies) {
    const before = projected(html(pieces, PLAIN));
    for (const look of LOOKS) expect(projected(html(pieces, look))).toBe(before);
    expect(projected(`<style>p{color:blue}</style>${html(pieces, PLAIN)}`)).toBe(before);
  }
});
