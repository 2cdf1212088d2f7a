import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { type AtCase, findOpenAttempt } from "./at-case.ts";
import type { DesignDeps } from "./deps.ts";
import { parsedRun } from "./estimates.ts";
import { gradePrompt } from "./grade-prompt.ts";
import { chooseProbes } from "./model/interview/choose-probes.ts";
import type { Probe } from "./schema.ts";

/** What is asked after the last run and was not answered yet. Probes answered before that run do not come again. */
export function openProbes({ events, runs, found }: AtCase): Probe[] {
  const last = runs.at(-1);
  if (!last) return [];
  const answered = events.flatMap((event) => (event.kind === "probe" ? [{ id: event.body.id, at: event.at }] : []));
  const before = new Set(answered.filter(({ at }) => at < last.at).map(({ id }) => id));
  const since = new Set(answered.filter(({ at }) => at >= last.at).map(({ id }) => id));
  const left = found.rubric.probes.filter(({ id }) => !before.has(id));
  return chooseProbes(left, parsedRun(last)).filter(({ id }) => !since.has(id));
}

/** Grades an answer at once: what is missing is said while the run is before one's eyes. */
export async function answerProbe(
  deps: DesignDeps,
  id: string,
  { probe, text }: { probe: string; text: string },
): Promise<Result<true, "unknown-attempt" | "attempt-finished" | "unknown-probe">> {
  const found = await findOpenAttempt(deps, id);
  if (!found.ok) return found;
  const asked = openProbes(found.value).some((each) => each.id === probe);
  const prompt = found.value.found.rubric.probes.find((each) => each.id === probe);
  if (!asked || !prompt) return failed("unknown-probe");
  const body = await gradePrompt(deps, found.value.found, { prompt, text });
  const now = deps.clock();
  await deps.repo.append({ events: [{ id: newId(now), attemptId: id, at: now.toISOString(), kind: "probe", body }] });
  return ok(true);
}
