import type { ProblemCode } from "./codes";
import {
  routes,
  type AnswerOf,
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type Route,
  type RouteName,
} from "./routes";

/** What the service refused, or why it could not be asked; never with a text of its own. */
export interface ApiFailure {
  readonly ok: false;
  /** "network": no answer came, or none that could be understood. */
  readonly code: ProblemCode | "network";
  readonly status: number;
  readonly path?: string;
  /** The present state of a request in conflict. */
  readonly state?: string;
  readonly retryAfter?: number;
}

export type Answered<T> = { readonly ok: true; readonly value: T } | ApiFailure;

type Defined<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

export type Asked<N extends RouteName> = Defined<{
  params: ParamsOf<N>;
  query: QueryOf<N>;
  body: BodyOf<N>;
}>;

export interface ApiClient {
  /** Never rejects. */
  call<N extends RouteName>(name: N, asked: Asked<N>): Promise<Answered<AnswerOf<N>>>;
}

export interface ClientOptions {
  /** Without a slash at the end. */
  readonly origin: string;
  /** An access token for the service; null where nobody is signed in. */
  readonly token: () => Promise<string | null>;
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds after which a call counts as unanswered. */
  readonly timeout: number;
}

export function createClient(options: ClientOptions): ApiClient {
  return {
    call: async <N extends RouteName>(name: N, asked: Asked<N>) => {
      const route: Route = routes[name];
      try {
        return (await send(route, asked, options)) as Answered<AnswerOf<N>>;
      } catch {
        return { ok: false, code: "network", status: 0 };
      }
    },
  };
}

interface AnyAsked {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
}

async function send(
  route: Route,
  asked: AnyAsked,
  options: ClientOptions,
): Promise<Answered<unknown>> {
  const token = route.auth === "bearer" ? await options.token() : null;
  if (route.auth === "bearer" && token === null)
    return { ok: false, code: "identity/missing", status: 401 };
  const response = await options.fetch(options.origin + pathOf(route, asked), {
    method: route.method,
    headers: headersOf(route, token),
    ...(asked.body === undefined ? {} : { body: bodyOf(route, asked.body) }),
    signal: AbortSignal.timeout(options.timeout),
    redirect: "error",
    cache: "no-store",
    credentials: "omit",
  });
  const value: unknown = await response.json();
  return response.ok ? { ok: true, value } : failureOf(response.status, value);
}

function pathOf({ path }: Route, { params = {}, query = {} }: AnyAsked): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

function headersOf({ body }: Route, token: string | null): Record<string, string> {
  const type = body === "bytes" ? "application/octet-stream" : "application/json";
  return {
    accept: "application/json",
    ...(body === undefined ? {} : { "content-type": type }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
}

const bodyOf = (route: Route, body: unknown): BodyInit =>
  route.body === "bytes" ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);

function failureOf(status: number, value: unknown): ApiFailure {
  const problem = (value ?? {}) as Partial<ApiFailure>;
  if (typeof problem.code !== "string") return { ok: false, code: "network", status };
  const { code, path, state, retryAfter } = problem;
  return {
    ok: false,
    code,
    status,
    ...(path === undefined ? {} : { path }),
    ...(state === undefined ? {} : { state }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}
