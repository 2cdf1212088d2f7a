import { newId } from "../../lib/ids.ts";
import { ok, type Result } from "../../lib/result.ts";
import { findOpenAttempt } from "./at-case.ts";
import type { DesignDeps } from "./deps.ts";
import { estimatesEvent, handedIn } from "./estimates.ts";
import type { RunBody } from "./schema.ts";

/** Keeps a run. The first one closes the estimates: those not handed in are taken as they stand in the draft. */
export async function keepRun(
  deps: DesignDeps,
  id: string,
  { design, report }: RunBody,
): Promise<Result<true, "unknown-attempt" | "attempt-finished">> {
  const found = await findOpenAttempt(deps, id);
  if (!found.ok) return found;
  const now = deps.clock();
  const run = { id: newId(now), attemptId: id, at: now.toISOString(), design, report };
  const closing = handedIn(found.value) === undefined;
  const events = closing ? [estimatesEvent(deps, id, found.value.attempt.draft.estimates)] : [];
  await deps.repo.append({ events, runs: [run] });
  return ok(true);
}
