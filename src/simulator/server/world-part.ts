import { WORLD_PATH } from "../world";
import type { World } from "../world";
import type { Part } from "./demo-server";
import { OUTLOOK_RETURN } from "./identity-provider";

/** What the simulated client asks when it starts, and the page that its sign-in ends on. */
export const worldPart = (world: World): Part => ({
  answers: (url) => url === WORLD_PATH || url.startsWith(`${OUTLOOK_RETURN}?`),
  handle: ({ url }, response) => {
    const isWorld = url === WORLD_PATH;
    response.writeHead(isWorld ? 200 : 204, {
      "content-type": "application/json",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    response.end(isWorld ? JSON.stringify(world) : undefined);
  },
  close: () => Promise.resolve(),
});
