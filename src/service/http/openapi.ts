import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";

export const OPENAPI_PATH = "/api/openapi.json";

/** OpenAPI 3.1, made of the schemas that check and answer the calls. Registered before them. */
export async function addOpenApi(app: FastifyInstance, origin: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Sekisho", version: "1", description: "Sign-off of mails" },
      servers: [{ url: origin }],
      components: {
        securitySchemes: {
          bearer: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
            description: "Access token of Entra ID for this service",
          },
        },
      },
    },
  });
  app.get(OPENAPI_PATH, { schema: { hide: true } }, () => app.swagger());
}
