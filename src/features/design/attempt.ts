import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { warmUpInterviewer } from "./ask.ts";
import { type AtCase, findAttempt } from "./at-case.ts";
import { type DesignDeps, practiceCases } from "./deps.ts";
import { shownEstimates } from "./estimates.ts";
import { openProbes } from "./probes.ts";
import type { Attempt, DraftBody, DraftSaved } from "./schema.ts";
import type { Draft } from "./stored.ts";

/** Begins an attempt. One that is open stays as it is; the new one is the open one from here on. */
export async function beginAttempt(deps: DesignDeps, slug: string): Promise<Result<Attempt, "unknown-case">> {
  const found = practiceCases(deps).find((each) => each.slug === slug);
  if (!found) return failed("unknown-case");
  const now = deps.clock();
  const attempt = {
    id: newId(now),
    itemId: found.item.id,
    itemVersion: found.version,
    startedAt: now.toISOString(),
    draft: { phase: "clarify" as const, design: "", written: {}, estimates: {}, seconds: {} },
    finishedAt: null,
    scorecard: null,
  };
  await deps.repo.begin(attempt);
  warmUpInterviewer(deps.grader, found.facts);
  return ok(shownAttempt({ attempt, events: [], runs: [], found }));
}

export async function readAttempt(deps: DesignDeps, id: string): Promise<Result<Attempt, "unknown-attempt">> {
  const found = await findAttempt(deps, id);
  return found.ok ? ok(shownAttempt(found.value)) : found;
}

export async function saveDraft(
  deps: DesignDeps,
  id: string,
  body: DraftBody,
): Promise<Result<DraftSaved, "unknown-attempt" | "attempt-finished">> {
  const attempt = await deps.repo.changeDraft(id, (draft) => merged(draft, body));
  if (!attempt) return failed("unknown-attempt");
  return attempt.finishedAt === null ? ok({ savedAt: deps.clock().toISOString() }) : failed("attempt-finished");
}

function shownAttempt(at: AtCase): Attempt {
  const { attempt, events, runs, found } = at;
  return {
    id: attempt.id,
    slug: found.slug,
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt,
    ...attempt.draft,
    asked: events.flatMap((event) => (event.kind === "asked" ? event.body : [])),
    checked: shownEstimates(at),
    runs: runs.map(({ attemptId: _, ...run }, index) => ({ ...run, number: index + 1 })),
    probes: attempt.finishedAt === null ? openProbes(at) : [],
    answers: events.flatMap((event) => (event.kind === "probe" || event.kind === "written" ? [event.body] : [])),
    scorecard: attempt.scorecard,
  };
}

function merged(draft: Draft, { phase, design, written, estimates, seconds }: DraftBody): Draft {
  return {
    phase,
    design: design ?? draft.design,
    written: { ...draft.written, ...written },
    estimates: { ...draft.estimates, ...estimates },
    seconds: { ...draft.seconds, ...seconds },
  };
}
