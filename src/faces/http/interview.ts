import type { InterviewRoom } from "../../features/interview/index.ts";
import {
  BeatAnswer,
  BeatBody,
  BeginBody,
  CreateBody,
  DoBody,
  FinishBody,
  InterviewHome,
  SayBody,
  Session,
  Work,
} from "../../features/interview/schema.ts";
import { ok } from "../../lib/result.ts";
import { answerOf } from "./failures.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/interviews";
const SESSION = `${ROOT}/:id`;

/** The interview room over HTTP: parse, call, format. */
export function interviewRoutes(interview: InterviewRoom): Route[] {
  return [
    {
      method: "get",
      path: ROOT,
      summary: "Loops by role, the kinds of round, and earlier mocks",
      answer: { json: InterviewHome },
      handle: async () => ok(await interview.home()),
    },
    withBody({
      method: "post",
      path: ROOT,
      summary: "Plans a mock; its clock starts with the first round",
      body: CreateBody,
      answer: { json: Session },
      handle: async ({ body }) => answerOf(await interview.create(body)),
    }),
    {
      method: "get",
      path: SESSION,
      summary: "A mock as it stands: rounds, what was said, and the scorecard once it is over",
      answer: { json: Session },
      handle: ({ params }) => interview.session(params.id ?? ""),
    },
    {
      method: "get",
      path: `${SESSION}/work`,
      summary: "Code and drawings of a mock as they grew, with the verdict of each run and submission",
      answer: { json: Work },
      handle: ({ params }) => interview.work(params.id ?? ""),
    },
    {
      method: "post",
      path: `${SESSION}/remove`,
      summary: "Removes a mock with all that was said; evidence stays",
      answer: { json: InterviewHome },
      handle: ({ params }) => interview.remove(params.id ?? ""),
    },
    ...turnRoutes(interview),
  ];
}

function turnRoutes(interview: InterviewRoom): Route[] {
  return [
    withBody({
      method: "post",
      path: `${SESSION}/begin`,
      summary: "Opens the next round",
      body: BeginBody,
      answer: { json: Session },
      handle: async ({ params, body }) => answerOf(await interview.begin(params.id ?? "", body)),
    }),
    withBody({
      method: "post",
      path: `${SESSION}/say`,
      summary: "Yields the floor with these words; sent twice with one event id they are said once",
      body: SayBody,
      answer: { json: Session },
      handle: async ({ params, body }) => answerOf(await interview.say(params.id ?? "", body)),
    }),
    withBody({
      method: "post",
      path: `${SESSION}/do`,
      summary: "Does something in the round, such as running code",
      body: DoBody,
      answer: { json: Session },
      handle: async ({ params, body }) => answerOf(await interview.do(params.id ?? "", body)),
    }),
    withBody({
      method: "post",
      path: `${SESSION}/beat`,
      summary: "The clock of an open page and what is typed; the interviewer may nudge, call time or end the round",
      body: BeatBody,
      answer: { json: BeatAnswer },
      handle: ({ params, body }) => interview.beat(params.id ?? "", body),
    }),
    withBody({
      method: "post",
      path: `${SESSION}/leave`,
      summary: "Ends the round that runs",
      body: FinishBody,
      answer: { json: Session },
      handle: async ({ params, body }) => answerOf(await interview.leave(params.id ?? "", body)),
    }),
    withBody({
      method: "post",
      path: `${SESSION}/finish`,
      summary: "Ends the mock where it stands, with its scorecard",
      body: FinishBody,
      answer: { json: Session },
      handle: async ({ params, body }) => answerOf(await interview.finish(params.id ?? "", body)),
    }),
  ];
}
