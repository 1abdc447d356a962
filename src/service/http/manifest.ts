const ID = /<Id>[^<]*<\/Id>/;
/** The inner one: what Outlook reads. */
const END = / {4}<\/VersionOverrides>/;

export interface ManifestOwner {
  /** A GUID of the company's own. */
  readonly id?: string | undefined;
  /** Client id of the registration in Entra: lets Outlook itself give a token for the service. */
  readonly clientId?: string | undefined;
}

/**
 * The manifest for another host, and for one company where its ids are given. `origin` has no slash
 * at the end.
 */
export function manifestFor(
  xml: string,
  origin: string,
  { id, clientId }: ManifestOwner = {},
): string {
  const deployed = /<IconUrl\s+DefaultValue="(https:\/\/[^/"]+)/.exec(xml)?.[1];
  const moved = deployed === undefined ? xml : xml.split(deployed).join(origin);
  const named = id === undefined ? moved : moved.replace(ID, `<Id>${id}</Id>`);
  return clientId === undefined
    ? named
    : named.replace(END, (end) => application(origin, clientId) + end);
}

/** Outlook asks for a token only where the resource's host is the one that serves the add-in. */
const application = (origin: string, clientId: string): string => `      <WebApplicationInfo>
        <Id>${clientId}</Id>
        <Resource>api://${new URL(origin).host}/${clientId}</Resource>
        <Scopes><Scope>openid</Scope><Scope>profile</Scope></Scopes>
      </WebApplicationInfo>
`;
