import { compareUnnamed, compareValues } from "../../../shared/claims/same-claim.ts";
import type { Entry } from "./entry.ts";
import { isOfCv, mayBeOne, type Nearness, sameSubject, sameWork, toldWithSameWords } from "./subject.ts";

/** Two claims on one metric and one subject. */
export type Relation = { a: Entry; b: Entry; agrees: boolean };

/** Those of `comparable` pairs that speak of one thing. */
export function relationsOf(pairs: readonly Relation[], nearness: Nearness): Relation[] {
  const sure = pairs.filter(({ a, b }) => sameSubject(a, b, nearness));
  // texts that share one claim are of one work: what they say of it in few words belongs together too
  const works = new Set(sure.filter(isAcross).map(({ a, b }) => workPair(a, b)));
  const known = new Set(sure);
  return [
    ...sure,
    ...pairs.filter(
      (pair) => !known.has(pair) && isAcross(pair) && works.has(workPair(pair.a, pair.b)) && sameWork(pair.a, pair.b),
    ),
  ];
}

function isAcross({ a, b }: Relation): boolean {
  return a.source.id !== b.source.id && a.source.kind !== "transcript" && b.source.kind !== "transcript";
}

function workPair(a: Entry, b: Entry): string {
  return [a.work, b.work].sort().join("\n\n");
}

/** Pairs on one metric whose figures can be compared, whatever they are of. */
export function comparable(entries: readonly Entry[]): Relation[] {
  const byMetric = Map.groupBy(entries, ({ claim }) => claim.metric?.replace(/(?:@\d+| p[\d.]+)$/u, ""));
  return [...byMetric].flatMap(([metric, alike]) => pairsOf(alike, metric === undefined ? unnamed : named));
}

// Texts that all say the same of one metric: what comes first, the CV, is compared with everything.
const MOST_PAIRS = 20_000;

type Compare = (a: Entry, b: Entry) => ReturnType<typeof compareValues>;

const named: Compare = (a, b) => (mayBeOne(a, b) ? compareValues(a.claim, b.claim) : "incomparable");

// "60 % of small claims" in the CV, "45 % of small claims" elsewhere: no metric is named, and the words are the same
const unnamed: Compare = (a, b) => {
  if (!isOfCv(a, b) || a.source.id === b.source.id || !toldWithSameWords(a, b)) return "incomparable";
  return compareUnnamed(a.claim, b.claim);
};

function pairsOf(entries: readonly Entry[], compare: Compare): Relation[] {
  const pairs: Relation[] = [];
  for (const [at, a] of entries.entries())
    for (const b of entries.slice(at + 1)) {
      const compared = compare(a, b);
      if (compared !== "incomparable") pairs.push({ a, b, agrees: compared === "agree" });
      if (pairs.length >= MOST_PAIRS) return pairs;
    }
  return pairs;
}
