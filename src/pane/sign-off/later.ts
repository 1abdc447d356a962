import type { ApiClient } from "../../api/client";
import type { Live } from "../../api/live";
import type { ServiceAccess } from "./outlook-sign-off";

/** A service that is loaded when it is first asked; where its chunk cannot be had, it is unreachable. */
export function later(load: () => Promise<ServiceAccess>): ServiceAccess {
  let loading: Promise<ServiceAccess> | null = null;
  const loaded = (): Promise<ServiceAccess> => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  const client = (part: "api" | "uploads"): ApiClient => ({
    call: async (name, asked) => {
      try {
        return await (await loaded())[part].call(name, asked);
      } catch {
        return { ok: false, code: "network", status: 0 };
      }
    },
  });
  return {
    api: client("api"),
    uploads: client("uploads"),
    live: (listener) => {
      let live: Live | null = null;
      let isClosed = false;
      loaded().then(
        (access) => {
          if (!isClosed) live = access.live(listener);
        },
        () => listener.state?.("waiting"),
      );
      return {
        close: () => {
          isClosed = true;
          live?.close();
        },
      };
    },
  };
}
