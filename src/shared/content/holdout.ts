import { createHash } from "node:crypto";

export type Part = "practice" | "holdout";
type Assignable = { id: string; kind: string; area: string; difficulty: number };

const HOLDOUT_SHARE = 0.3;
// One must have practised a kind of problem before being measured on it.
const LEAST_OF_A_KIND = 3;
// Fractional part of the golden ratio: steps of it spread evenly over [0, 1) (Weyl's sequence).
const GOLDEN = 0.618_033_988_75;

/**
 * Splits the bank: about 30 % of each area and difficulty goes to the holdout part, chosen by a hash of the id.
 *
 * A stratum (one area at one difficulty) of n items gives its floor(0.3 n + u) lowest hashes, with u in [0, 1) fixed for
 * the stratum, so that small strata round up as often as their share asks. A new item changes its own stratum alone, and
 * there at most one other item. While a kind has fewer than three items, all of them are for practice.
 */
export function assignParts(items: Assignable[]): Map<string, Part> {
  const kinds = Map.groupBy(items, ({ kind }) => kind);
  const rare = items.filter(({ kind }) => (kinds.get(kind)?.length ?? 0) < LEAST_OF_A_KIND);
  const common = items.filter((item) => !rare.includes(item));
  const strata = Map.groupBy(common, ({ area, difficulty }) => `${area}/${difficulty}`);
  const parts = new Map<string, Part>(rare.map(({ id }) => [id, "practice"]));
  for (const stratum of strata.values()) {
    const { area, difficulty } = stratum[0] ?? { area: "", difficulty: 0 };
    const held = Math.floor(HOLDOUT_SHARE * stratum.length + roundingOf(area, difficulty));
    const byHash = stratum.toSorted((a, b) => unitHash(a.id) - unitHash(b.id) || (a.id < b.id ? -1 : 1));
    byHash.forEach(({ id }, rank) => {
      parts.set(id, rank < held ? "holdout" : "practice");
    });
  }
  return parts;
}

/** Neighbouring difficulties of an area step by the golden ratio: their roundings differ, and the area keeps its share. */
function roundingOf(area: string, difficulty: number): number {
  return (unitHash(area) + difficulty * GOLDEN) % 1;
}

/** A number in [0, 1) from the hash of a text. */
function unitHash(text: string): number {
  return createHash("sha256").update(text).digest().readUIntBE(0, 6) / 2 ** 48;
}
