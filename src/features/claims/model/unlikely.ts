import type { Doubt } from "../../../shared/claims/claim.ts";
import { doubtOf } from "../../../shared/claims/doubts.ts";
import type { Finding } from "../schema.ts";
import type { Entry } from "./entry.ts";
import { findingOf } from "./finding.ts";

/** Claims that an interviewer would not believe as they stand. */
export function doubtsIn(entries: readonly Entry[]): Map<Entry, Doubt> {
  const bySource = Map.groupBy(entries, ({ source }) => source.id);
  return new Map(
    entries.flatMap((entry) => {
      const beside = (bySource.get(entry.source.id) ?? []).map(({ claim }) => claim);
      const doubt = doubtOf(entry.claim, beside);
      return doubt ? [[entry, doubt] as const] : [];
    }),
  );
}

/** A finding each; one told twice in the same words is one. */
export function unlikely(doubts: ReadonlyMap<Entry, Doubt>): Finding[] {
  const told = Map.groupBy(doubts, ([{ claim }, { id }]) => [id, claim.figure.text, claim.sentence.text].join("\n"));
  return [...told.values()].flatMap((same) => {
    const [, doubt] = same[0] ?? [];
    return doubt
      ? [
          findingOf(
            "unlikely",
            same.map(([entry]) => entry),
            doubt,
          ),
        ]
      : [];
  });
}
