const ID = /<Id>[^<]*<\/Id>/;

/**
 * The manifest for another host, and with an id of its own where one is given. `origin` has no
 * slash at the end; `id` is a GUID.
 */
export function manifestFor(xml: string, origin: string, id?: string): string {
  const deployed = /<IconUrl\s+DefaultValue="(https:\/\/[^/"]+)/.exec(xml)?.[1];
  const moved = deployed === undefined ? xml : xml.split(deployed).join(origin);
  return id === undefined ? moved : moved.replace(ID, `<Id>${id}</Id>`);
}
