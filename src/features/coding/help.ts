import { failed, ok, type Result } from "../../lib/result.ts";
import { type CodingDeps, practiceProblem } from "./deps.ts";
import { NO_PROGRESS, stateOf } from "./model/progress.ts";
import { HINT_COST } from "./model/score.ts";
import type { HintTaken, Revealed } from "./schema.ts";

/** Takes the next hint of the ladder; it is recorded and lowers the score of later submissions. */
export async function takeHint(
  { clock, ...deps }: CodingDeps,
  slug: string,
): Promise<Result<HintTaken, "unknown-problem" | "no-more-hints">> {
  const problem = practiceProblem(deps, slug);
  if (!problem) return failed("unknown-problem");
  const itemId = problem.item.id;
  const index = ((await deps.repo.hintsTaken(itemId)).at(-1) ?? 0) + 1;
  const text = problem.hints[index - 1];
  if (text === undefined) return failed("no-more-hints");
  await deps.repo.takeHint({ itemId, index, takenAt: clock().toISOString() });
  return ok({ index, text, cost: HINT_COST });
}

/** Shows explanation and reference. Before the problem is solved that is giving up: later submissions score 0. */
export async function reveal(
  { clock, ...deps }: CodingDeps,
  slug: string,
): Promise<Result<Revealed, "unknown-problem">> {
  const problem = practiceProblem(deps, slug);
  if (!problem) return failed("unknown-problem");
  const { item, version, explanation, solution } = problem;
  const progress = (await deps.repo.progress(item.id)).get(item.id) ?? NO_PROGRESS;
  if (stateOf(progress, item.levels) !== "solved") {
    await deps.repo.reveal({ itemId: item.id, itemVersion: version, revealedAt: clock().toISOString() });
  }
  return ok({ explanation, reference: solution });
}
