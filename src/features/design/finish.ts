import { newId } from "../../lib/ids.ts";
import { ok, type Result } from "../../lib/result.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { type AtCase, findAttempt } from "./at-case.ts";
import type { DesignDeps } from "./deps.ts";
import { handedIn, shownEstimates } from "./estimates.ts";
import { gradePrompt } from "./grade-prompt.ts";
import { faultsOf } from "./model/check/faults-of.ts";
import { scorecardOf } from "./model/interview/scorecard/scorecard.ts";
import { parseDesign } from "./model/language/parse-design.ts";
import { openProbes } from "./probes.ts";
import type { GradedText, Scorecard } from "./schema.ts";
import type { StoredEvent } from "./stored.ts";

const WHO = "local";
/** How attempts are scored: another way has another number. */
const SCORING = "design-1";

/** Grades what was written, scores everything, closes the attempt. One that is finished stays as it is. */
export async function finishAttempt(deps: DesignDeps, id: string): Promise<Result<true, "unknown-attempt">> {
  const found = await findAttempt(deps, id);
  if (!found.ok || found.value.attempt.finishedAt !== null) return found.ok ? ok(true) : found;
  const at = found.value;
  const { attempt } = at;
  const written = await Promise.all(
    at.found.rubric.written.map((prompt) =>
      gradePrompt(deps, at.found, { prompt, text: attempt.draft.written[prompt.id] ?? "" }),
    ),
  );
  const now = deps.clock();
  const scorecard = scorecardFor(at, written);
  const finished = { ...attempt, draft: { ...attempt.draft, phase: "scorecard" as const }, scorecard };
  const events = written.map((body): StoredEvent => {
    return { id: newId(now), attemptId: id, at: now.toISOString(), kind: "written", body };
  });
  await deps.repo.finish(
    { ...finished, finishedAt: now.toISOString() },
    { events, evidence: evidenceOf(deps, at, scorecard) },
  );
  return ok(true);
}

function scorecardFor(at: AtCase, written: readonly GradedText[]): Scorecard {
  const { attempt, events, runs, found } = at;
  const drawn = runs.at(-1)?.design ?? attempt.draft.design;
  const asked = events.flatMap((event) => (event.kind === "asked" ? event.body : []));
  const probes = events.flatMap((event) => (event.kind === "probe" ? [event.body] : []));
  return scorecardOf(
    {
      asked: new Set(asked.flatMap(({ fact }) => fact?.id ?? [])),
      checked: shownEstimates(withEstimates(at)) ?? [],
      texts: [...written, ...probes],
      silent: openProbes(at),
      reports: runs.map(({ report }) => report),
      design: parseDesign(drawn).design,
      faults: faultsOf(drawn, found.world),
    },
    found,
  );
}

/** Estimates that were never handed in count as they stand. */
function withEstimates(at: AtCase): AtCase {
  if (handedIn(at)) return at;
  const { id, draft } = at.attempt;
  return { ...at, events: [...at.events, { id, attemptId: id, at: "", kind: "estimates", body: draft.estimates }] };
}

function evidenceOf({ grader, clock }: DesignDeps, { attempt, found }: AtCase, scorecard: Scorecard): Evidence {
  return {
    id: attempt.id,
    at: clock().toISOString(),
    who: WHO,
    feature: "design",
    itemId: found.item.id,
    itemVersion: found.version,
    skills: found.item.skills,
    mode: "design",
    part: found.part,
    score: scorecard.score,
    standardError: scorecard.se,
    secondsUsed: Object.values(attempt.draft.seconds).reduce((sum, seconds) => sum + seconds, 0),
    help: { hints: 0, revealed: false },
    graderVersion: `${SCORING}, ${grader.engine ?? "embedded"}, ${grader.version}`,
  };
}
