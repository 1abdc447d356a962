const ID = /<Id>[^<]*<\/Id>/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isGuid = (text: string): boolean => GUID.test(text);

/**
 * The manifest for another host, and with an id of its own where one is given. `origin` has no
 * slash at the end; `id` is a GUID.
 */
export function manifestFor(xml: string, origin: string, id?: string): string {
  const deployed = /<IconUrl\s+DefaultValue="(https:\/\/[^/"]+)/.exec(xml)?.[1];
  const moved = deployed === undefined ? xml : xml.split(deployed).join(origin);
  return id === undefined ? moved : moved.replace(ID, `<Id>${id}</Id>`);
}
