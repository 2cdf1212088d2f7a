import type { DesignRoom } from "../../features/design/index.ts";
import type { Attempt } from "../../features/design/schema.ts";
import {
  AskBody,
  Attempted,
  CaseDetail,
  CaseList,
  DraftBody,
  DraftSaved,
  EstimatesBody,
  ProbeBody,
  RunBody,
  WorkedOut,
  WorkOutBody,
} from "../../features/design/schema.ts";
import { ok, type Result } from "../../lib/result.ts";
import { type Params, type Route, withBody } from "./route.ts";

const ROOT = "/api/design";
const CASE = `${ROOT}/cases/:slug`;
const ATTEMPT = `${ROOT}/attempts/:id`;
/** A report holds what its charts draw: some hundred kilobytes for a large design. */
const MOST_RUN_BYTES = 16_000_000;

/** The design room over HTTP: parse, call, format. */
export function designRoutes(design: DesignRoom): Route[] {
  return [...caseRoutes(design), ...attemptRoutes(design), ...workRoutes(design)];
}

function caseRoutes(design: DesignRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/cases`,
      summary: "Practice cases and what you have done with each",
      answer: { json: CaseList },
      handle: async () => ok(await design.cases()),
    },
    {
      method: "get",
      path: CASE,
      summary: "One case with the world that its designs run in; never its facts, nor what is right",
      answer: { json: CaseDetail },
      handle: ({ params }) => design.case(params.slug ?? ""),
    },
    {
      method: "post",
      path: `${CASE}/attempts`,
      summary: "Begins an attempt",
      answer: { json: Attempted },
      handle: ({ params }) => attempted(design.begin(params.slug ?? "")),
    },
  ];
}

function attemptRoutes(design: DesignRoom): Route[] {
  return [
    {
      method: "get",
      path: ATTEMPT,
      summary: "An attempt with everything in it: draft, questions, estimates, runs, answers, scorecard",
      answer: { json: Attempted },
      handle: ({ params }) => attempted(design.attempt(idIn(params))),
    },
    withBody({
      method: "put",
      path: `${ATTEMPT}/draft`,
      summary: "Keeps what was typed; what is left out stays as it was",
      body: DraftBody,
      answer: { json: DraftSaved },
      handle: ({ params, body }) => design.saveDraft(idIn(params), body),
    }),
    {
      method: "post",
      path: `${ATTEMPT}/finish`,
      summary: "Grades what was written and scores the attempt",
      answer: { json: Attempted },
      handle: ({ params }) => attempted(design.finish(idIn(params))),
    },
  ];
}

function workRoutes(design: DesignRoom): Route[] {
  return [
    withBody({
      method: "post",
      path: `${ATTEMPT}/questions`,
      summary: "Asks the interviewer; a fact is told only when it is asked for",
      body: AskBody,
      answer: { json: Attempted },
      handle: ({ params, body }) => attempted(design.ask(idIn(params), body.text)),
    }),
    withBody({
      method: "post",
      path: `${ATTEMPT}/estimates`,
      summary: "Hands the estimates in, once; the first run does it too",
      body: EstimatesBody,
      answer: { json: Attempted },
      handle: ({ params, body }) => attempted(design.handIn(idIn(params), body.estimates)),
    }),
    withBody({
      method: "post",
      path: `${ATTEMPT}/estimates/:estimate`,
      summary: "Works an estimate out with other figures, once the estimates are handed in",
      body: WorkOutBody,
      answer: { json: WorkedOut },
      handle: ({ params, body }) =>
        design.workOut(idIn(params), { estimate: params.estimate ?? "", given: body.given }),
    }),
    withBody({
      method: "post",
      path: `${ATTEMPT}/runs`,
      summary: "Keeps a run of a design",
      body: RunBody,
      mostBytes: MOST_RUN_BYTES,
      answer: { json: Attempted },
      handle: ({ params, body }) => attempted(design.keepRun(idIn(params), body)),
    }),
    withBody({
      method: "post",
      path: `${ATTEMPT}/probes/:probe`,
      summary: "Answers a question of the interviewer about the last run, graded at once",
      body: ProbeBody,
      answer: { json: Attempted },
      handle: ({ params, body }) =>
        attempted(design.answerProbe(idIn(params), { probe: params.probe ?? "", text: body.text })),
    }),
  ];
}

async function attempted<Reason>(
  done: Promise<Result<Attempt, Reason>>,
): Promise<Result<{ attempt: Attempt }, Reason>> {
  const result = await done;
  return result.ok ? ok({ attempt: result.value }) : result;
}

function idIn(params: Params): string {
  return params.id ?? "";
}
