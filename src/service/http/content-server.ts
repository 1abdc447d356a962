import type { FastifyInstance } from "fastify";
import { Refused } from "../refused";
import { linkKey } from "./content-links";
import { createServer, type ServerOptions } from "./server";
import type { Parts } from "./parts";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Whatever the bytes are: they are saved as a file, and nothing in them runs here. */
const HEADERS = {
  "content-type": "application/octet-stream",
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "x-download-options": "noopen",
  "cache-control": "no-store",
  "strict-transport-security": "max-age=31536000",
} as const;

/**
 * The origin of attachments' bytes: no cookies, no tokens, no pages. An address is good for one GET
 * within 60 s; the right of the person it was made for is read again at that moment.
 */
export function createContentServer(parts: Parts, options: ServerOptions): FastifyInstance {
  const { links, desk, clock } = parts;
  const app = createServer(parts, options);
  app.addHook("onRequest", (_, reply, done) => {
    reply.headers(HEADERS);
    done();
  });
  app.get<{ Params: { token: string } }>("/:token", async ({ params: { token } }, reply) => {
    const content = TOKEN.test(token) ? await links.take(linkKey(token), clock()) : null;
    if (content === null) throw new Refused("api/not-found");
    const { name, bytes } = await desk.attachment(content.caller, content.request, content.index);
    return reply
      .header("content-disposition", disposition(name))
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
  return app;
}

/** RFC 6266: the name in UTF-8, percent-encoded, so that nothing in it can end the header. */
function disposition(name: string): string {
  const wellFormed = Buffer.from(name, "utf8").toString("utf8");
  const plain = [...wellFormed.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, "_")].slice(0, 200).join("");
  const encoded = encodeURIComponent(plain || "attachment").replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="attachment"; filename*=UTF-8''${encoded}`;
}
