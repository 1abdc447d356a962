import type { Budget } from "../budget";
import { damaged } from "../refused";
import { xmlBytes } from "../xml/xml-bytes";
import { XmlScanner } from "../xml/xml-scanner";
import type { ZipMember } from "../zip/directory";
import { peekMember, readMember } from "../zip/member";
import { readRelations, type Relation, relationsPath } from "./relations";

/**
 * The parts of an Office document (ECMA-376 part 2) by their path, compared without regard to case.
 * It remembers which were read, so that in the end none was passed over.
 */
export class OfficePackage {
  private readonly parts = new Map<string, ZipMember>();
  private readonly seen = new Set<string>();
  /** Targets outside the document: addresses and links that nobody follows here. */
  readonly links: string[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    members: readonly ZipMember[],
    readonly budget: Budget,
  ) {
    for (const member of members) {
      const key = keyOf(member.name);
      // Readers disagree on which of two parts counts.
      if (this.parts.has(key)) throw damaged();
      if (!key.endsWith("/")) this.parts.set(key, member);
    }
  }

  has(path: string): boolean {
    return this.parts.has(keyOf(path));
  }

  read(path: string): Uint8Array {
    const member = this.take(path);
    return readMember(this.bytes, member, this.budget);
  }

  /** The first bytes, enough to recognise a picture without unpacking it. */
  peek(path: string): Uint8Array {
    return peekMember(this.bytes, this.take(path));
  }

  scan(path: string): XmlScanner {
    return new XmlScanner(xmlBytes(this.read(path)), this.budget.limits.xmlDepth);
  }

  /** What the part at `path` refers to; the empty path stands for the whole document. */
  relations(path: string): readonly Relation[] {
    const relationsOf = relationsPath(path);
    if (!this.has(relationsOf)) return [];
    const { inside, links } = readRelations(this.scan(relationsOf), path);
    this.links.push(...links);
    return inside;
  }

  /** The parts that nobody has read so far. */
  unread(): ZipMember[] {
    const rest: ZipMember[] = [];
    this.parts.forEach((member, key) => {
      if (!this.seen.has(key)) rest.push(member);
    });
    return rest;
  }

  private take(path: string): ZipMember {
    const key = keyOf(path);
    const member = this.parts.get(key);
    if (!member) throw damaged();
    this.seen.add(key);
    return member;
  }
}

const keyOf = (path: string): string => path.replace(/\\/g, "/").replace(/^\/+/, "").toLowerCase();
