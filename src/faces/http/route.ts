import type { z } from "zod";
import type { Result } from "../../lib/result.ts";
import type { FailureCode } from "./failures.ts";

export type Params = Record<string, string>;

/** One address of the API: what it documents is what it checks. */
export type Route = {
  method: "get" | "post" | "put";
  /** Hono's form: `/api/coding/problems/:slug`. */
  path: string;
  summary: string;
  body?: z.ZodType;
  /** How large its body may be, where that is not the usual megabyte. */
  mostBytes?: number;
  /** The JSON it answers with, or the events of its stream. */
  answer: { json: z.ZodType } | { events: z.ZodType };
  handle: (asked: { params: Params; query: Params; body: unknown }) => Promise<Answer>;
};

type Answer = Result<object, FailureCode> | Response;

type WithBody<Body> = Omit<Route, "body" | "handle"> & {
  body: z.ZodType<Body>;
  handle: (asked: { params: Params; query: Params; body: Body }) => Promise<Answer>;
};

/** A route whose handler gets its body parsed. */
export function withBody<Body>(route: WithBody<Body>): Route {
  // the face hands over what `body` has parsed, so the type is what the schema says
  return { ...route, handle: ({ params, query, body }) => route.handle({ params, query, body: body as Body }) };
}
