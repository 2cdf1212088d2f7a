import type { QuestionKind, QuestionSummary } from "./types.ts";

export const kindNames: Record<QuestionKind, string> = {
  explain: "Explain",
  compare: "Compare",
  diagnose: "Diagnose",
  derive: "Derive",
  compute: "Compute",
  scenario: "Scenario",
  choose: "Choose",
};

export type Standing = "due" | "new" | "known";
export const standingNames: Record<Standing, string> = { due: "due", new: "not answered", known: "answered" };

/** Where a question stands now. */
export function standingOf({ due }: Pick<QuestionSummary, "due">, now = Date.now()): Standing {
  if (due === null) return "new";
  return Date.parse(due) <= now ? "due" : "known";
}

const DAY_MS = 86_400_000;

/** "today", "tomorrow", "in 12 days". */
export function inDays(iso: string, now = Date.now()): string {
  const days = Math.ceil((Date.parse(iso) - now) / DAY_MS);
  if (days <= 0) return "now";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}
