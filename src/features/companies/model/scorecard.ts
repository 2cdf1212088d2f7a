import type { CompanyBody, Criterion, Question } from "../schema.ts";
import { nameOf, usualOf } from "./criteria.ts";

const [LEAST, MOST] = [1, 5];

/**
 * The weighted mean of the scores, from 1 to 5. What is not known yet may be anything from 1 to 5, so that the total is
 * a range; it is a number once everything that has weight is known. `known` is the share of the weight that is.
 */
export type Total = { low: number; high: number; known: number };

/** Undefined where nothing has weight. */
export function totalOf(criteria: readonly Criterion[]): Total | undefined {
  const weight = criteria.reduce((sum, each) => sum + each.weight, 0);
  if (weight === 0) return undefined;
  const mean = (unknown: number) =>
    criteria.reduce((sum, each) => sum + each.weight * (each.score ?? unknown), 0) / weight;
  const known = criteria.reduce((sum, { weight: own, score }) => sum + (score === null ? 0 : own), 0) / weight;
  return { low: mean(LEAST), high: mean(MOST), known };
}

export type Warning = { criterion: string; said: string };

/** What the total hides: signs that were noted, a low score where it matters, scores that nothing or one voice stands behind. */
export function warningsOf({ criteria, flags }: Pick<CompanyBody, "criteria" | "flags">): Warning[] {
  const signs = flags.map(({ criterion, said }) => {
    const about = criteria.find(({ id }) => id === criterion);
    return { criterion, said: `${about ? nameOf(about) : criterion}, a sign that was noted: ${said}` };
  });
  return [...signs, ...criteria.flatMap((each) => doubtsOf(each).map((said) => ({ criterion: each.id, said })))];
}

const HEAVY = 4;

function doubtsOf(criterion: Criterion): string[] {
  const { score, weight, evidence } = criterion;
  if (score === null || weight === 0) return [];
  const name = nameOf(criterion);
  const voices = new Set(evidence.map(({ by }) => by.toLowerCase()));
  return [
    ...(score <= 2 && weight >= HEAVY ? [`${name} weighs ${weight} for you and has ${score} of ${MOST}.`] : []),
    ...(evidence.length === 0
      ? [`${name} has ${score} of ${MOST} and nothing that anybody said stands behind it.`]
      : []),
    ...(score >= HEAVY && weight >= HEAVY && voices.size === 1
      ? [`${name} has ${score} of ${MOST} on one person's word: ask somebody else.`]
      : []),
  ];
}

export type Ask = { criterion: Criterion; question: Question | undefined };

/** What is not known yet, the heaviest first, each with a question that finds it out and is on no short list yet. */
export function nextToAsk(
  { criteria, meetings }: Pick<CompanyBody, "criteria" | "meetings">,
  questions: readonly Question[],
): Ask[] {
  const listed = new Set(meetings.flatMap((meeting) => meeting.questions));
  return criteria
    .filter(({ score, weight }) => score === null && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map((criterion) => {
      const themes = usualOf(criterion.id)?.themes ?? [];
      const fit = questions.filter(({ id, theme }) => themes.includes(theme) && !listed.has(id));
      return { criterion, question: fit[0] };
    });
}
