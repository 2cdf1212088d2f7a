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

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** "0.55 ± 0.08". */
export const scored = (score: number, se: number): string => `${score.toFixed(2)} ± ${se.toFixed(2)}`;

/** What a flag of the grader means to who wrote the answer. */
export const flagWords: Record<string, string> = {
  empty: "There is nothing to grade.",
  "cut-short": "Only the first 8,000 characters were read.",
  markup: "Markup was left out.",
  "instructions-to-the-grader": "A sentence that speaks to the grader was left out.",
  "question-copied": "Sentences of the question earn nothing.",
  "no-prose": "This reads as terms without sentences: say how they hang together.",
  repetition: "The same words come again and again.",
  "roles-exchanged": "Words seem to stand in each other's place, such as precision for recall: read it again.",
  "other-script": "The grader reads English only.",
};
