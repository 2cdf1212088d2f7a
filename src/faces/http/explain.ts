import type { ExplainRoom } from "../../features/explain/index.ts";
import {
  ConceptDetail,
  ConceptList,
  ExplainBody,
  FollowUpBody,
  ReadAttempt,
  SideBySide,
} from "../../features/explain/schema.ts";
import { ok } from "../../lib/result.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/explain";
const CONCEPT = `${ROOT}/concepts/:slug`;

/** The explain room over HTTP: parse, call, format. */
export function explainRoutes(explain: ExplainRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/concepts`,
      summary: "Concepts, to which listeners you have explained each and how well, and what to explain next",
      answer: { json: ConceptList },
      handle: async () => ok(await explain.concepts()),
    },
    {
      method: "get",
      path: CONCEPT,
      summary: "One concept and who asks about it; never what must come across",
      answer: { json: ConceptDetail },
      handle: ({ params }) => explain.concept(params.slug ?? ""),
    },
    withBody({
      method: "post",
      path: `${CONCEPT}/attempts`,
      summary: "Reads an explanation as its listener hears it, and keeps it",
      body: ExplainBody,
      answer: { json: ReadAttempt },
      handle: ({ params, body }) => explain.explain(params.slug ?? "", body),
    }),
    {
      method: "get",
      path: `${CONCEPT}/side-by-side`,
      summary: "Two explanations of one concept beside each other; ?left= and ?right= are their ids",
      answer: { json: SideBySide },
      handle: ({ params, query: { left = "", right = "" } }) => explain.sideBySide(params.slug ?? "", { left, right }),
    },
    {
      method: "get",
      path: `${ROOT}/attempts/:id`,
      summary: "An explanation as it was read",
      answer: { json: ReadAttempt },
      handle: ({ params }) => explain.attempt(params.id ?? ""),
    },
    withBody({
      method: "post",
      path: `${ROOT}/attempts/:id/follow-ups`,
      summary: "Answers what the listener asks next",
      body: FollowUpBody,
      answer: { json: ReadAttempt },
      handle: ({ params, body }) => explain.followUp(params.id ?? "", body.text),
    }),
  ];
}
