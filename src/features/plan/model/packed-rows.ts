import { type Load, loadsOf } from "./loads.ts";
import type { Observation } from "./observation.ts";

/** Rows that say something, in flat arrays: a year of them is gone through at every step of the fit. Rows of an item lie together. */
export type PackedRows = {
  /** Ids of items; the rows of item `i` are `firstRow[i]` to `firstRow[i + 1]`. */
  items: readonly string[];
  firstRow: Int32Array;
  /** What a row is a sum of: `load[k]` of unknown `at[k]`, for k from `firstLoad[row]` to `firstLoad[row + 1]`. */
  firstLoad: Int32Array;
  at: Int32Array;
  load: Float64Array;
  logit: Float64Array;
  score: Float64Array;
  errorSquared: Float64Array;
  /** Days before the day that is asked about. */
  age: Float64Array;
  skills: readonly (readonly string[])[];
};

export type Packing = {
  index: ReadonlyMap<string, number>;
  day: number;
  logitOf: (difficulty: number) => number;
  /** What a row is a sum of beside its abilities, by unknown. */
  beside: (row: Observation, age: number) => readonly Load[];
};

type Usable = { row: Observation; abilities: readonly Load[] };

/** Leaves out what lies ahead of the day, what has no known skill, and what was answered with the solution in sight. */
export function packed(rows: readonly Observation[], packing: Packing): PackedRows {
  const byItem = usableByItem(rows, packing);
  const sorted = [...byItem.values()].flat();
  const figure = (of: (row: Observation) => number) => Float64Array.from(sorted, ({ row }) => of(row));
  const firstRow = new Int32Array(byItem.size + 1);
  let item = 0;
  for (const { length } of byItem.values()) firstRow[++item] = (firstRow[item - 1] ?? 0) + length;
  return {
    ...sums(sorted, packing),
    items: [...byItem.keys()],
    firstRow,
    logit: figure(({ difficulty }) => packing.logitOf(difficulty)),
    score: figure(({ score }) => score),
    errorSquared: figure(({ standardError }) => standardError ** 2),
    age: figure((row) => packing.day - row.day),
    skills: sorted.map(({ row }) => row.skills),
  };
}

function usableByItem(rows: readonly Observation[], { index, day }: Packing): Map<string, Usable[]> {
  const known = new Map<readonly string[], Load[]>();
  const byItem = new Map<string, Usable[]>();
  for (const row of rows) {
    if (row.revealed || row.day > day) continue;
    const abilities = known.get(row.skills) ?? loadsOf(row.skills, index);
    known.set(row.skills, abilities);
    if (abilities.length === 0) continue;
    const own = byItem.get(row.itemId);
    if (own) own.push({ row, abilities });
    else byItem.set(row.itemId, [{ row, abilities }]);
  }
  return byItem;
}

function sums(rows: readonly Usable[], { day, beside }: Packing): Pick<PackedRows, "firstLoad" | "at" | "load"> {
  const firstLoad = new Int32Array(rows.length + 1);
  const at: number[] = [];
  const load: number[] = [];
  const add = (each: Load) => {
    if (each.load === 0) return;
    at.push(each.at);
    load.push(each.load);
  };
  rows.forEach(({ row, abilities }, nth) => {
    for (const each of abilities) add(each);
    for (const each of beside(row, day - row.day)) add(each);
    firstLoad[nth + 1] = at.length;
  });
  return { firstLoad, at: Int32Array.from(at), load: Float64Array.from(load) };
}
