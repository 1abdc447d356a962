// A real OpenID provider in a process of its own: prints its issuer, ends with its input.
// Arguments: the redirect address of the page.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [redirect = ""] = process.argv.slice(2);
const server = createServer();
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "sekisho",
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      redirect_uris: [redirect],
      post_logout_redirect_uris: [redirect],
      scope: "openid profile sign-off",
    },
  ],
  scopes: ["openid", "profile", "sign-off"],
  claims: { openid: ["sub"], profile: ["name"] },
  conformIdTokenClaims: false,
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `佐藤 花子` }) }),
  clientBasedCORS: () => true,
  // Short, so that the page has to renew within a test.
  ttl: { AccessToken: 3600, Session: 3600, Grant: 3600, IdToken: 3600, Interaction: 600 },
  issueRefreshToken: () => true,
  cookies: { keys: ["test"] },
});
server.on("request", provider.callback());
console.log(issuer);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
