import type { Finding } from "../schema.ts";
import { clustersOf } from "./clusters.ts";
import type { Entry } from "./entry.ts";
import { figureOf, findingOf, inOrder, sourceNamed } from "./finding.ts";
import type { Relation } from "./relations.ts";
import { subjectName } from "./subject-title.ts";

/** Pairs that contradict each other, as an interviewer would see it. */
export function conflictsIn(relations: readonly Relation[]): Relation[] {
  const [agreeing, nearest] = [new Set<string>(), new Map<string, number>()];
  for (const { a, b, agrees } of relations)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = `${from.id} ${to.source.id}`;
      if (agrees) agreeing.add(key);
      else nearest.set(key, Math.min(nearest.get(key) ?? Number.POSITIVE_INFINITY, apart(from, to)));
    }
  return relations.filter(({ a, b, agrees }) => {
    if (agrees || a.source.id === b.source.id) return !agrees;
    const keys = [`${a.id} ${b.source.id}`, `${b.id} ${a.source.id}`];
    // a text with several values, one of them the other's, contradicts nobody: the rest are of something else
    if (keys.some((key) => agreeing.has(key))) return false;
    // and of several that differ the nearest is what is meant
    return keys.every((key) => apart(a, b) <= (nearest.get(key) ?? 0));
  });
}

/** Claims on one thing that do not agree, each with all its places. */
export function twoValues(conflicts: readonly Relation[]): Finding[] {
  return clustersOf(conflicts).map((entries) => {
    const [first, second] = unlike(inOrder(entries));
    return findingOf("two-values", entries, {
      said: `Two values for ${subjectName(entries)}: ${figureOf(first)} in ${sourceNamed(first.source)}, ${figureOf(second)} in ${sourceNamed(second.source)}.`,
      mend: mendOf(first, second),
    });
  });
}

function apart(a: Entry, b: Entry): number {
  return a.claim.unit === b.claim.unit ? Math.abs(Math.abs(a.claim.value) - Math.abs(b.claim.value)) : 0;
}

/** The first, and one of another text that does not say the same. */
function unlike(entries: readonly Entry[]): [Entry, Entry] {
  const [first] = entries as readonly [Entry, ...Entry[]];
  const other = entries.find(
    ({ source, claim }) => source.id !== first.source.id && claim.figure.text !== first.claim.figure.text,
  );
  return [first, other ?? (entries[1] as Entry)];
}

function mendOf(a: Entry, b: Entry): string {
  const [level, change] = a.claim.target !== undefined ? [a, b] : [b, a];
  const { baseline, target } = level.claim;
  if (change.claim.kind === "change" && baseline !== undefined && target !== undefined && baseline !== 0) {
    const share = ((target - baseline) / Math.abs(baseline)) * 100;
    return `${figureOf(level)} is a change of ${share > 0 ? "+" : "−"}${Math.abs(share).toFixed(0)} %. Write what you can show, the same in both places.`;
  }
  return "Find out which is right, write it in every place, and say of which data, version or date it is. If both are right, say in each what it is of.";
}
