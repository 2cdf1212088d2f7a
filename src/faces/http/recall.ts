import type { RecallRoom } from "../../features/recall/index.ts";
import {
  AnswerBody,
  Found,
  GradedAnswer,
  NextQuestion,
  OverruleBody,
  QuestionDetail,
  QuestionList,
  SessionSummary,
} from "../../features/recall/schema.ts";
import { ok } from "../../lib/result.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/recall";
const QUESTION = `${ROOT}/questions/:slug`;
const MOST_RECENT = 50;

/** The recall room over HTTP: parse, call, format. */
export function recallRoutes(recall: RecallRoom): Route[] {
  return [...questionRoutes(recall), ...answerRoutes(recall)];
}

function questionRoutes(recall: RecallRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/questions`,
      summary: "Practice questions, when each returns, and what will be forgotten by when",
      answer: { json: QuestionList },
      handle: async () => ok(await recall.questions()),
    },
    {
      method: "get",
      path: `${ROOT}/next`,
      summary: "What to ask next; ?role=, ?area=, ?recent=slug,slug",
      answer: { json: NextQuestion },
      handle: async ({ query: { role, area, recent = "" } }) =>
        ok(
          await recall.next({
            ...(role ? { role } : {}),
            ...(area ? { area } : {}),
            recent: recent.split(",").filter(Boolean).slice(0, MOST_RECENT),
          }),
        ),
    },
    {
      method: "get",
      path: `${ROOT}/search`,
      summary: "Practice questions with all the words of ?q=, best first",
      answer: { json: Found },
      handle: ({ query }) => recall.search(query.q ?? ""),
    },
    {
      method: "get",
      path: QUESTION,
      summary: "One question as the interviewer asks it, its numbers drawn anew; never its rubric",
      answer: { json: QuestionDetail },
      handle: ({ params }) => recall.question(params.slug ?? ""),
    },
  ];
}

function answerRoutes(recall: RecallRoom): Route[] {
  return [
    withBody({
      method: "post",
      path: `${QUESTION}/answers`,
      summary: "Grades an answer, or one to a follow-up, and schedules the question",
      body: AnswerBody,
      answer: { json: GradedAnswer },
      handle: ({ params, body }) => recall.answer(params.slug ?? "", body),
    }),
    withBody({
      method: "put",
      path: `${ROOT}/answers/:id/overrule`,
      summary: "Your own word on which criteria you met; kept as a label, and the schedule follows it",
      body: OverruleBody,
      answer: { json: GradedAnswer },
      handle: ({ params, body }) => recall.overrule(params.id ?? "", body.met),
    }),
    {
      method: "get",
      path: `${ROOT}/sessions/:id`,
      summary: "What was answered in one sitting",
      answer: { json: SessionSummary },
      handle: async ({ params }) => ok(await recall.session(params.id ?? "")),
    },
  ];
}
