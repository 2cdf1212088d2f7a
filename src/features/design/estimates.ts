import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { type AtCase, findOpenAttempt } from "./at-case.ts";
import type { DesignDeps } from "./deps.ts";
import { checkEstimate } from "./model/interview/check-estimate.ts";
import { measured, type Run } from "./model/interview/measured.ts";
import { parseDesign } from "./model/language/parse-design.ts";
import type { CheckedEstimate } from "./schema.ts";
import type { StoredEvent, StoredRun } from "./stored.ts";

/** Takes the estimates as they stand. They close with this, or with the first run: what is right is shown from then on. */
export async function handIn(
  deps: DesignDeps,
  id: string,
  estimates: Record<string, string>,
): Promise<Result<true, "unknown-attempt" | "attempt-finished" | "estimates-closed">> {
  const found = await findOpenAttempt(deps, id);
  if (!found.ok) return found;
  if (handedIn(found.value) !== undefined) return failed("estimates-closed");
  await deps.repo.append({ events: [estimatesEvent(deps, id, estimates)] });
  return ok(true);
}

export function estimatesEvent({ clock }: DesignDeps, attemptId: string, body: Record<string, string>): StoredEvent {
  const now = clock();
  return { id: newId(now), attemptId, at: now.toISOString(), kind: "estimates", body };
}

/** What was handed in first; a second hand-in that came at the same moment counts for nothing. */
export function handedIn({ events }: Pick<AtCase, "events">): Record<string, string> | undefined {
  const first = events.find((event) => event.kind === "estimates");
  return first?.kind === "estimates" ? first.body : undefined;
}

/** The estimates with what is right and what the runs showed; null until they were handed in. */
export function shownEstimates({ events, runs, found }: AtCase): CheckedEstimate[] | null {
  const typed = handedIn({ events });
  if (!typed) return null;
  const [first, last] = [runs[0], runs.at(-1)].map((run) => run && parsedRun(run));
  return found.estimates.map((quantity) => {
    const { run: name, unit, id } = quantity;
    const shown = (run: Run | undefined) => (run && name !== undefined ? measured(run, name, unit) : null);
    const checked = checkEstimate(quantity, typed[id] ?? "");
    return { ...checked, shown: first && name !== undefined ? { first: shown(first), last: shown(last) } : null };
  });
}

export function parsedRun({ design, report }: Pick<StoredRun, "design" | "report">): Run {
  return { report, design: parseDesign(design).design };
}
