import type { Question } from "../../content/question.ts";
import { viewOf } from "../text-view.ts";
import { type StatedNumber, statementsOf, type WantedNumber } from "./stated-numbers.ts";

/** A criterion that wants a number, which one, and what the rubric says of it. */
export type NumberCriterion = { id: string; wanted: WantedNumber; phrases: readonly string[] };

// "Precision is 0.66 and recall 0.36" states both figures, and earns neither where they belong the other way round.

/** How far from a figure its name may stand, in words. */
const REACH = 8;

export function numberCriteria({ rubric }: Question, values: ReadonlyMap<string, unknown>): NumberCriterion[] {
  return rubric.flatMap(({ id, number, say, met_when }) =>
    number ? [{ id, wanted: { ...number, value: Number(values.get(number.value)) }, phrases: [...say, met_when] }] : [],
  );
}

/** Ids of the criteria whose figures stand by each other's names, and nowhere by their own. */
export function exchangedNumbers(
  text: string,
  numbers: readonly StatedNumber[],
  criteria: readonly NumberCriterion[],
): ReadonlySet<string> {
  const found = new Set<string>();
  criteria.forEach((one, at) => {
    for (const other of criteria.slice(at + 1)) {
      const names = [namesOf(one, other), namesOf(other, one)] as const;
      const [ones, others] = [one, other].map(({ wanted }) =>
        statementsOf(numbers, wanted).map(({ start, end }) => nearerName(text, { start, end }, names)),
      ) as [number[], number[]];
      const same = statementsOf(numbers, one.wanted).some(({ start }) =>
        statementsOf(numbers, other.wanted).some((each) => each.start === start),
      );
      if (!same && isAll(ones, -1) && isAll(others, 1)) found.add(one.id).add(other.id);
    }
  });
  return found;
}

function isAll(sides: number[], side: number): boolean {
  return sides.includes(side) && !sides.includes(-side);
}

/** Stems that two or more of a criterion's phrases have, and none of the other's. */
function namesOf(own: NumberCriterion, other: NumberCriterion): ReadonlySet<string> {
  const theirs = new Set(other.phrases.flatMap((phrase) => viewOf(phrase).stems));
  const counts = new Map<string, number>();
  for (const phrase of own.phrases)
    for (const stem of viewOf(phrase).content) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Set(
    [...counts].flatMap(([stem, count]) => (count > 1 && !theirs.has(stem) && !/\d/.test(stem) ? [stem] : [])),
  );
}

/** 1 where a figure is said of the first, -1 where of the second, 0 where of neither: "recall is 0.4", or else "0.4 for recall". */
function nearerName(
  text: string,
  { start, end }: { start: number; end: number },
  [first, second]: readonly [ReadonlySet<string>, ReadonlySet<string>],
): number {
  const before = viewOf(text.slice(0, start).split(BEFORE).at(-1) ?? "").stems.reverse();
  const after = viewOf(text.slice(end).split(AFTER)[0] ?? "").stems;
  const named = [before, after].map((stems) =>
    stems.slice(0, REACH).find((stem) => first.has(stem) || second.has(stem)),
  );
  const name = named[0] ?? named[1];
  if (name === undefined) return 0;
  return first.has(name) ? 1 : -1;
}

const AFTER = /[.!?;](?:\s|$)|,?\s(?:and|but|while|whereas)\s|\n\s*[-*•\n]/;
const BEFORE = new RegExp(`${AFTER.source}|,\\s`);
