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
  /** Takes its body as bytes instead of JSON. */
  bytes?: BytesBody;
  /** The JSON it answers with, the events of its stream, or bytes of a type. */
  answer: { json: z.ZodType } | { events: z.ZodType } | { bytes: string };
  handle: (asked: { params: Params; query: Params; body: unknown }) => Promise<Answer>;
};

/** Which types of body are taken, how large it may be, and what is said of others. */
export type BytesBody = { types: RegExp; mostBytes: number; wrongType: FailureCode; tooLarge: FailureCode };
export type Bytes = { bytes: Uint8Array<ArrayBuffer>; type: string };

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

type WithBytes = Omit<Route, "body" | "bytes" | "mostBytes" | "handle"> & {
  bytes: BytesBody;
  handle: (asked: { params: Params; query: Params; body: Bytes }) => Promise<Answer>;
};

/** A route whose handler gets its body as it came. */
export function withBytes(route: WithBytes): Route {
  return { ...route, handle: ({ params, query, body }) => route.handle({ params, query, body: body as Bytes }) };
}
