import type { CodingRoom } from "../../features/coding/index.ts";
import {
  Cancelled,
  DraftBody,
  DraftSaved,
  HintTaken,
  ProblemDetail,
  ProblemList,
  Revealed,
  SubmissionBody,
  SubmissionDetail,
  SubmissionEvent,
  SubmissionList,
} from "../../features/coding/schema.ts";
import { ok } from "../../lib/result.ts";
import { eventStream } from "./event-stream.ts";
import { type Params, type Route, withBody } from "./route.ts";

const ROOT = "/api/coding";
const PROBLEM = `${ROOT}/problems/:slug`;
const SUBMISSION = `${ROOT}/submissions/:id`;

/** The coding room over HTTP: parse, call, format. */
export function codingRoutes(coding: CodingRoom): Route[] {
  return [...problemRoutes(coding), ...helpRoutes(coding), ...submissionRoutes(coding)];
}

function problemRoutes(coding: CodingRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/problems`,
      summary: "Practice problems and what you have done with each",
      answer: { json: ProblemList },
      handle: async () => ok(await coding.problems()),
    },
    {
      method: "get",
      path: PROBLEM,
      summary: "One problem with its prompt, draft, hints taken and tests",
      answer: { json: ProblemDetail },
      handle: ({ params }) => coding.problem(slugIn(params)),
    },
    withBody({
      method: "put",
      path: `${PROBLEM}/draft`,
      summary: "Keeps code as typed",
      body: DraftBody,
      answer: { json: DraftSaved },
      handle: ({ params, body }) => coding.saveDraft(slugIn(params), body.code),
    }),
  ];
}

function helpRoutes(coding: CodingRoom): Route[] {
  return [
    {
      method: "post",
      path: `${PROBLEM}/hints`,
      summary: "Takes the next hint; it is recorded and costs 5 % of the score",
      answer: { json: HintTaken },
      handle: ({ params }) => coding.takeHint(slugIn(params)),
    },
    {
      method: "post",
      path: `${PROBLEM}/reveal`,
      summary: "Gives up: explanation and reference, recorded as help",
      answer: { json: Revealed },
      handle: ({ params }) => coding.reveal(slugIn(params)),
    },
  ];
}

function submissionRoutes(coding: CodingRoom): Route[] {
  return [
    withBody({
      method: "post",
      path: `${PROBLEM}/submissions`,
      summary: "Runs the visible tests or submits; answers with a stream of events as the judge speaks",
      body: SubmissionBody,
      answer: { events: SubmissionEvent },
      handle: async ({ params, body }) => {
        const accepted = await coding.submit({ slug: slugIn(params), ...body });
        return accepted.ok ? eventStream(accepted.value.events) : accepted;
      },
    }),
    {
      method: "get",
      path: `${PROBLEM}/submissions`,
      summary: "Earlier submissions, newest first",
      answer: { json: SubmissionList },
      handle: async ({ params }) => {
        const submissions = await coding.submissions(slugIn(params));
        return submissions.ok ? ok({ submissions: submissions.value }) : submissions;
      },
    },
    {
      method: "get",
      path: SUBMISSION,
      summary: "One submission with its code, verdict and reading",
      answer: { json: SubmissionDetail },
      handle: ({ params }) => coding.submission(params.id ?? ""),
    },
    {
      method: "post",
      path: `${SUBMISSION}/cancel`,
      summary: "Stops a submission that is being judged",
      answer: { json: Cancelled },
      handle: async ({ params }) => {
        const cancelled = await coding.cancel(params.id ?? "");
        return cancelled.ok ? ok({ cancelled: cancelled.value }) : cancelled;
      },
    },
  ];
}

function slugIn(params: Params): string {
  return params.slug ?? "";
}
