// A real OpenID provider in a process of its own; it signs access tokens of Entra ID's shape.
// Messages: { rotate: "keep" | "withdraw" } makes a new signing key; { stop: true } stops answering.
import { createServer } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";

const GRANT = "urn:sekisho:test";
const { TENANT: tenant, AUDIENCE: audience } = process.env;

const newKey = async (kid) => {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, use: "sig", alg: "RS256" };
};

const RESOURCE = {
  audience,
  scope: "access_as_user other",
  accessTokenFormat: "jwt",
  jwt: { sign: { alg: "RS256" } },
};

let generation = 1;
let keys = [await newKey("key-1")];
let answering = true;
let keyCalls = 0;
let handle;

function makeProvider() {
  const provider = new Provider(`${origin}/${tenant}/v2.0`, {
    jwks: { keys },
    clients: [
      {
        client_id: audience,
        client_secret: "test",
        grant_types: [GRANT],
        redirect_uris: [],
        response_types: [],
      },
    ],
    ttl: { AccessToken: 3600 },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${audience}`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => RESOURCE,
      },
    },
    /** Entra's claims; `drop` leaves some out, so that each can be shown to be missed. */
    formats: {
      customizers: {
        jwt(ctx, _token, jwt) {
          const { oid, scp, authTime, more = {}, drop = [] } = JSON.parse(ctx.oidc.params.wanted);
          const claims = jwt.payload;
          Object.assign(claims, {
            tid: tenant,
            oid,
            scp,
            ver: "2.0",
            azp: claims.client_id,
            uti: claims.jti,
          });
          for (const name of ["client_id", "scope", "jti"]) delete claims[name];
          if (authTime !== undefined) claims.auth_time = authTime;
          Object.assign(claims, more);
          for (const name of drop) delete claims[name];
        },
      },
    },
  });
  provider.registerGrantType(
    GRANT,
    async (ctx) => {
      const token = new provider.AccessToken({
        accountId: JSON.parse(ctx.oidc.params.wanted).oid,
        client: ctx.oidc.client,
        gty: GRANT,
        scope: "access_as_user",
      });
      token.resourceServer = new provider.ResourceServer(audience, RESOURCE);
      ctx.body = { access_token: await token.save(), token_type: "Bearer" };
    },
    ["wanted"],
    [],
  );
  handle = provider.callback();
}

const server = createServer((request, response) => {
  if (!answering) return request.socket.destroy();
  if (request.url?.endsWith("/jwks")) keyCalls += 1;
  // Mounted below the issuer's path, as Entra is.
  request.url = request.url.replace(`/${tenant}/v2.0`, "") || "/";
  handle(request, response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
makeProvider();

process.on("message", async (message) => {
  if (message.rotate) {
    const next = await newKey(`key-${++generation}`);
    keys = message.rotate === "keep" ? [next, ...keys] : [next];
    makeProvider();
  }
  if (message.answering !== undefined) answering = message.answering;
  process.send({ origin, keyCalls });
});
process.send({ origin, keyCalls });
