import type { TailoringRoom } from "../../features/tailoring/index.ts";
import { PostingBody, PostingDetail, PostingList } from "../../features/tailoring/schema.ts";
import { ok } from "../../lib/result.ts";
import { answerOf } from "./failures.ts";
import { type Route, withBody } from "./route.ts";

const POSTINGS = "/api/tailoring/postings";

/** Tailoring over HTTP: parse, call, format. */
export function tailoringRoutes(tailoring: TailoringRoom): Route[] {
  return [
    {
      method: "get",
      path: POSTINGS,
      summary: "The job descriptions that you keep, newest first",
      answer: { json: PostingList },
      handle: async () => ok(await tailoring.postings()),
    },
    withBody({
      method: "post",
      path: POSTINGS,
      summary: "Reads a job description, as text or at an address that is fetched now, and keeps it",
      body: PostingBody,
      answer: { json: PostingDetail },
      handle: async ({ body }) => answerOf(await tailoring.add(body), "unreadable-posting"),
    }),
    {
      method: "get",
      path: `${POSTINGS}/:id`,
      summary: "What a job description asks for, by weight, and what follows from it",
      answer: { json: PostingDetail },
      handle: ({ params }) => tailoring.posting(params.id ?? ""),
    },
    {
      method: "post",
      path: `${POSTINGS}/:id/prepare`,
      summary: "Makes it the one that you prepare for",
      answer: { json: PostingDetail },
      handle: ({ params }) => tailoring.prepare(params.id ?? ""),
    },
    {
      method: "post",
      path: `${POSTINGS}/:id/release`,
      summary: "Makes it no longer the one that you prepare for: the weights of the role count again",
      answer: { json: PostingDetail },
      handle: ({ params }) => tailoring.release(params.id ?? ""),
    },
    {
      method: "post",
      path: `${POSTINGS}/:id/remove`,
      summary: "Removes a job description",
      answer: { json: PostingList },
      handle: ({ params }) => tailoring.remove(params.id ?? ""),
    },
  ];
}
