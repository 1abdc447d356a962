import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import type { FastifyInstance, FastifyRequest, FastifySchema, RouteOptions } from "fastify";
import { Type } from "typebox";
import { routes, type Route, type RouteName } from "../../api/routes";
import { Problem } from "../../api/shapes";
import { Refused } from "../refused";
import { callerOf, checkAddress, identify } from "./gate";
import { createBuckets, type Buckets } from "./limits";
import { operations, type Call, type Operations } from "./operations";
import type { Parts } from "./parts";

const KiB = 1024;
const MiB = 1024 * KiB;

/** Bytes of a body; 64 KiB where nothing stands here. */
const BODY_LIMITS: Partial<Record<RouteName, number>> = {
  beginDraft: 16 * MiB,
  putAttachment: 25 * MiB,
  publishDirectory: 16 * MiB,
  publishPolicy: 2 * MiB,
};
const USUAL_BODY = 64 * KiB;

const BYTES = "application/octet-stream";
const JSON_TYPE = "application/json";
const BYTES_SCHEMA = { content: { [BYTES]: { schema: Type.Unknown() } } };

/** Every operation of `api/routes.ts`, checked and answered by its own schemas. */
export function addApi(app: FastifyInstance, parts: Parts): Buckets {
  const buckets = createBuckets(app, parts.limits);
  app.setValidatorCompiler(TypeBoxValidatorCompiler as never);
  app.addContentTypeParser(BYTES, { parseAs: "buffer" }, (_, body, done) => done(null, body));
  const does = operations(parts);
  for (const name of Object.keys(routes) as RouteName[])
    app.route(optionsOf(name, routes[name], does, parts, buckets));
  return buckets;
}

function optionsOf(
  name: RouteName,
  route: Route,
  does: Operations,
  parts: Parts,
  buckets: Buckets,
): RouteOptions {
  const run = does[name] as (call: Call<RouteName>) => unknown;
  const options: RouteOptions = {
    method: route.method,
    url: route.path,
    bodyLimit: BODY_LIMITS[name] ?? USUAL_BODY,
    schema: schemaOf(name, route),
    async onRequest(request) {
      if (route.auth === "bearer") await identify(request, parts, buckets);
      else await checkAddress(request, buckets);
      checkMediaType(request, route);
    },
    handler: (request) =>
      run({
        caller: () => callerOf(request),
        params: request.params,
        query: request.query,
        body: request.body,
      } as Call<RouteName>),
  };
  if (route.auth === "none")
    options.onResponse = async (request, reply) => {
      if (reply.statusCode >= 400) await buckets.address.note(request);
    };
  if (name === "release") options.preHandler = (request) => buckets.release.take(request);
  return options;
}

function checkMediaType({ headers }: FastifyRequest, { body }: Route): void {
  if (body === undefined) return;
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== (body === "bytes" ? BYTES : JSON_TYPE)) throw new Refused("api/media-type");
}

function schemaOf(name: RouteName, route: Route): FastifySchema {
  const { params, query, body, answer, summary, auth } = route;
  return {
    operationId: name,
    summary,
    security: auth === "bearer" ? [{ bearer: [] }] : [],
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body: body === "bytes" ? BYTES_SCHEMA : body }),
    response: { 200: answer, default: Problem },
  };
}
