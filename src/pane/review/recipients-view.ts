import { seen } from "../../ui/foreign";
import type { DomainView, RecipientGroupView, RecipientView } from "../../ui/recipient-list";
import { isMovable, type Placed } from "./census";
import type { Words } from "./words";

/** Those outside first; in each group the domain with most recipients first. */
export function recipientsView(placed: readonly Placed[], words: Words): RecipientGroupView[] {
  const outside = placed.filter(({ standing }) => standing === "outside");
  const inside = placed.filter(({ standing }) => standing === "inside");
  const { pane } = words;
  return [
    { title: pane.outside(outside.length), isOutside: true, domains: byDomain(outside, words) },
    { title: pane.inside(inside.length), isOutside: false, domains: byDomain(inside, words) },
  ].filter(({ domains }) => domains.length > 0);
}

function byDomain(placed: readonly Placed[], words: Words): DomainView[] {
  const domains = new Map<string | null, Placed[]>();
  for (const each of placed) {
    const known = domains.get(each.domain);
    if (known === undefined) domains.set(each.domain, [each]);
    else known.push(each);
  }
  return [...domains.values()]
    .sort((a, b) => b.length - a.length)
    .map((members) => domainView(members, words));
}

const domainView = (members: readonly Placed[], words: Words): DomainView => ({
  domain: members[0]?.domain ?? words.pane.unknownDomain,
  mark: members[0]?.isConsumer ? words.pane.consumer : "",
  recipients: members.map((each) => recipientView(each, words)),
});

const recipientView = (placed: Placed, { pane }: Words): RecipientView => ({
  name: placed.recipient.name,
  address: placed.recipient.address,
  field: pane.fields[placed.recipient.field],
  mark: placed.recipient.group ? pane.group : "",
  chooseLabel: isMovable(placed) ? pane.chooseRecipient(seen(placed.recipient.address)) : null,
});
