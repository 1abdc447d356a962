import { request } from "node:https";

/** `fetch` of the demo's own issuer: this machine's own certificate is the one that it trusts. */
export const trusting =
  (ca: string): typeof fetch =>
  (input) =>
    new Promise((resolve, reject) => {
      const address = input instanceof Request ? input.url : input;
      const call = request(address, { ca }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve(
            new Response(Buffer.concat(chunks), {
              status: answer.statusCode ?? 500,
              headers: { "content-type": answer.headers["content-type"] ?? "" },
            }),
          ),
        );
      });
      call.on("error", reject);
      call.end();
    });
