import type { RequestDetail } from "../../api/requests";
import { seen } from "../foreign";
import type { SignOffWords } from "./words";

type Recipient = RequestDetail["recipients"][number];

export interface RecipientRow {
  readonly name: string;
  readonly address: string;
  readonly field: string;
  readonly isHidden: boolean;
  /** 「はじめて」 and the like. */
  readonly marks: readonly string[];
}

/** One decision to take: a company's domain with its people, or one private address. */
export interface OutsideGroup {
  readonly title: string;
  readonly marks: readonly string[];
  readonly recipients: readonly RecipientRow[];
  /** The one recipient says no more than the title: only its field is left to show. */
  readonly isPlain: boolean;
  /** Null where there is nothing to tick. */
  readonly tick: { readonly value: string; readonly label: string } | null;
}

export interface RecipientsView {
  readonly outsideTitle: string;
  readonly outside: readonly OutsideGroup[];
  readonly insideTitle: string;
  readonly inside: readonly RecipientRow[];
}

interface Grouped {
  readonly tick: string | null;
  readonly members: Recipient[];
}

/** Every tick that is asked for has its place, and everybody outside is somewhere. */
export function recipientsView(detail: RequestDetail, words: SignOffWords): RecipientsView {
  const outside = detail.recipients.filter(({ standing }) => standing === "outside");
  const inside = detail.recipients.filter(({ standing }) => standing === "inside");
  const { texts } = words;
  return {
    outsideTitle: texts.outside(outside.length),
    outside: groupsOf(detail.ticks, outside).map((group) => groupView(group, words)),
    insideTitle: texts.inside(inside.length),
    inside: inside.map((each) => rowOf(each, words)),
  };
}

function groupsOf(ticks: readonly string[], outside: readonly Recipient[]): Grouped[] {
  const ticked = new Map(
    ticks.map((tick) => [tick.toLowerCase(), { tick, members: [] as Recipient[] }]),
  );
  const loose = new Map<string, Grouped>();
  for (const each of outside) {
    const own = ticked.get(each.address.toLowerCase()) ?? ticked.get(each.domain ?? "");
    if (own !== undefined) own.members.push(each);
    else looseGroup(loose, each).members.push(each);
  }
  return [...loose.values(), ...ticked.values()].sort((a, b) => danger(b) - danger(a));
}

function looseGroup(groups: Map<string, Grouped>, { consumer, address, domain }: Recipient) {
  const key = consumer ? address : (domain ?? "");
  const group = groups.get(key) ?? { tick: null, members: [] };
  groups.set(key, group);
  return group;
}

/** What has to be looked at first. */
const danger = ({ members }: Grouped): number =>
  8 * Number(members.some(({ looksLike }) => looksLike !== null)) +
  4 * Number(members.some(({ couldNotLook }) => couldNotLook !== null)) +
  2 * Number(members.some(({ firstTime }) => firstTime)) +
  Number(members.some(({ consumer }) => consumer));

function groupView({ tick, members }: Grouped, words: SignOffWords): OutsideGroup {
  const { texts } = words;
  const [first] = members;
  const isOne = members.length === 1 && (first?.consumer === true || tick?.includes("@") === true);
  const title = isOne ? (first?.address ?? "") : (first?.domain ?? tick ?? texts.unclear);
  const label =
    tick === null || tick.includes("@")
      ? texts.tickAddress(seen(tick ?? ""))
      : texts.tickDomain(seen(tick), members.length);
  return {
    title,
    marks: groupMarks(members, words),
    recipients: members.map((each) => rowOf(each, words, members.length > 1)),
    isPlain: isOne && (first?.name === "" || first?.name === title),
    tick: tick === null ? null : { value: tick, label },
  };
}

/** Marks of the domain; those of one person stand beside that person. */
function groupMarks(members: readonly Recipient[], words: SignOffWords): string[] {
  const { texts } = words;
  const lookalikes = members.flatMap(({ looksLike }) =>
    looksLike === null ? [] : [texts.looksLike(seen(looksLike))],
  );
  const refusals = members.flatMap(({ couldNotLook }) =>
    couldNotLook === null ? [] : [words.refusal(couldNotLook).reason],
  );
  return [
    ...new Set([
      ...lookalikes,
      ...(members.some(({ domain }) => /(^|\.)xn--/i.test(domain ?? "")) ? [texts.punycode] : []),
      ...refusals,
      ...(members.some(({ firstTime }) => firstTime) ? [texts.firstTime] : []),
      ...(members.some(({ consumer }) => consumer) ? [texts.consumer] : []),
    ]),
  ];
}

const rowOf = (
  { name, address, field, firstTime, group }: Recipient,
  { texts }: SignOffWords,
  isOneOfMany = true,
): RecipientRow => ({
  name,
  address,
  field: texts.fields[field],
  isHidden: field === "bcc",
  // Of one alone, the mark of the group says it.
  marks: [...(firstTime && isOneOfMany ? [texts.firstTime] : []), ...(group ? [texts.group] : [])],
});
