import { z } from "zod";
import { ApiFailure } from "../../features/coding/schema.ts";
import type { Route } from "./route.ts";

type Schema = Record<string, unknown>;

/** An OpenAPI 3.1 document of the routes; its schemas are JSON Schema 2020-12, which Zod writes. */
export function openApiOf(routes: Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Holdout", version, license: { name: "MIT", identifier: "MIT" } },
    paths,
  };
}

function operationOf({ path, summary, body, bytes, answer }: Route): object {
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const answered =
    "json" in answer
      ? json(answer.json)
      : "bytes" in answer
        ? { [answer.bytes]: {} }
        : { "text/event-stream": { schema: jsonSchema(answer.events), description: "one event each" } };
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(bytes ? { requestBody: { required: true, content: { "audio/*": {} } } } : {}),
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: {
      200: { description: "done", content: answered },
      default: { description: "why not, and what to do", content: json(ApiFailure) },
    },
  };
}

function json(schema: z.ZodType): object {
  return { "application/json": { schema: jsonSchema(schema) } };
}

function jsonSchema(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  return rest;
}
