import type { Extraction } from "../../core/extraction";
import { inside, type Place, type PlaceStepType } from "../../core/place";
import { BlockWriter } from "../block-writer";
import { codePageText } from "../compound/code-page";
import type { CompoundContext, CompoundReader } from "../compound/compound";
import { isMail } from "../compound/kinds";
import type { Storage } from "../compound/storage";
import type { Source } from "../extractor";
import { htmlBlocks } from "../html-reader";
import { damaged } from "../refused";
import { refusal, reported } from "../reported";
import { readRtf } from "../rtf/rtf";
import { textLines } from "../text-lines";
import { unpackRtf } from "./compressed-rtf";
import {
  ATTACHMENT,
  CODE_PAGE_OF_PAGE,
  HEAD_OF_INNER_MAIL,
  HEAD_OF_MAIL,
  HEAD_OF_PART,
  LINKS,
  METHOD,
  RECIPIENT,
} from "./layout";
import { Properties } from "./properties";

const FIXED = "__properties_version1.0";
/** Outlook items saved as files: header, every text, the people, and every attachment. */
export const msg: CompoundReader = {
  accepts: isMail,
  *read(storage, source, context): Extraction {
    let isEmpty = true;
    for (const event of item(storage, source, context, HEAD_OF_MAIL)) {
      isEmpty = false;
      yield event;
    }
    // Outlook writes down at least whose mail it is.
    if (isEmpty) throw damaged();
  },
};

function* item(
  storage: Storage,
  source: Source,
  context: CompoundContext,
  head: number,
  codePage?: number,
): Extraction {
  const { budget } = context;
  const { place } = source;
  const properties = new Properties(storage, head, budget, codePage);
  const give = (step: PlaceStepType, texts: () => readonly string[]): Extraction => {
    const at = inside(place, step);
    return reported(at, () => textLines(new BlockWriter(at, "prose", budget), texts()));
  };
  yield* give("subject", () => [properties.text("0037")]);
  yield* give("header", () => people(storage, properties, context));
  yield* body(properties, inside(place, "body"), source, context);
  // How it travelled, and what it is to Outlook.
  for (const id of ["007D", "001A"]) properties.text(id);
  yield* give("property", () => properties.otherTexts());
  for (const part of storage.storages) {
    if (!ATTACHMENT.test(part.name)) continue;
    budget.entry();
    yield* reported(place, () => attachment(part, source, context, properties.codePage));
  }
}

function people(storage: Storage, own: Properties, { budget }: CompoundContext): string[] {
  const shown = (title: string, name: string, address: string): string =>
    name === "" && address === "" ? "" : `${title}: ${name} <${address}>`;
  const lines = [
    shown("From", own.text("0C1A"), own.text("5D01") || own.text("0C1F")),
    shown("From", own.text("0042"), own.text("5D02") || own.text("0065")),
  ];
  for (const part of storage.storages) {
    if (!RECIPIENT.test(part.name)) continue;
    budget.entry();
    const person = new Properties(part, HEAD_OF_PART, budget, own.codePage);
    lines.push(shown("To", person.text("3001"), person.text("39FE") || person.text("3003")));
  }
  return lines.concat(own.text("0E04"), own.text("0E03"), own.text("0E02"));
}

/** The text in each of its forms: they may say different things. */
function* body(
  properties: Properties,
  place: Place,
  source: Source,
  context: CompoundContext,
): Extraction {
  const { budget } = context;
  yield* reported(place, function* () {
    const page = properties.bytes("1013");
    const html = page
      ? codePageText(page, properties.number(CODE_PAGE_OF_PAGE) || properties.codePage)
      : properties.text("1013");
    if (html !== "") yield* htmlBlocks(html, place, budget);
  });
  yield* reported(place, () =>
    textLines(new BlockWriter(place, "prose", budget), [properties.text("1000")]),
  );
  yield* reported(place, function* () {
    const packed = properties.bytes("1009");
    if (packed && packed.length > 0) {
      yield* readRtf(unpackRtf(packed, budget), { ...source, place }, context);
    }
  });
}

function* attachment(
  part: Storage,
  source: Source,
  context: CompoundContext,
  codePage: number,
): Extraction {
  const properties = new Properties(part, HEAD_OF_PART, context.budget, codePage);
  const name = properties.text("3707") || properties.text("3704") || properties.text("3001");
  const place = inside(source.place, "file", name);
  const depth = source.depth + 1;
  yield* textLines(new BlockWriter(inside(source.place, "name"), "prose", context.budget), [name]);
  const bytes = properties.bytes("3701");
  const inner = part.storage("__substg1.0_3701000D");
  if (bytes) yield* context.nested({ name, bytes, place, depth });
  else if (inner && inner.has(FIXED)) {
    context.budget.depth(depth);
    const mail = { ...source, name, place, depth };
    yield* reported(place, () =>
      item(inner, mail, context, HEAD_OF_INNER_MAIL, properties.codePage),
    );
  } else if (inner) yield* context.storage(inner, { ...source, name, place, depth });
  else {
    yield refusal(
      LINKS.has(properties.number(METHOD)) ? "attachment/cloud" : "extract/damaged",
      place,
    );
  }
}
