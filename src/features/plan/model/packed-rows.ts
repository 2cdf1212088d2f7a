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
  mostBeside: number;
  /** Adds what a row is a sum of beside its abilities, by unknown. */
  addBeside: (row: Observation, age: number, add: (at: number, load: number) => void) => void;
};

/** Leaves out what lies ahead of the day, what has no known skill, and what was answered with the solution in sight. */
export function packed(observations: readonly Observation[], packing: Packing): PackedRows {
  const loads = loadsBySkills(observations, packing);
  const usable = observations.filter(
    (row) => !row.revealed && row.day <= packing.day && (loads.get(row.skills)?.length ?? 0) > 0,
  );
  const { items, firstRow, rows } = byItem(usable);
  const figures = {
    logit: new Float64Array(rows.length),
    score: new Float64Array(rows.length),
    errorSquared: new Float64Array(rows.length),
    age: new Float64Array(rows.length),
  };
  const firstLoad = new Int32Array(rows.length + 1);
  const most = rows.reduce((sum, { skills }) => sum + (loads.get(skills)?.length ?? 0) + packing.mostBeside, 0);
  const at = new Int32Array(most);
  const load = new Float64Array(most);
  let end = 0;
  const add = (unknown: number, share: number) => {
    if (share === 0) return;
    at[end] = unknown;
    load[end++] = share;
  };
  rows.forEach((row, nth) => {
    const age = packing.day - row.day;
    figures.logit[nth] = packing.logitOf(row.difficulty);
    figures.score[nth] = row.score;
    figures.errorSquared[nth] = row.standardError ** 2;
    figures.age[nth] = age;
    for (const each of loads.get(row.skills) ?? []) add(each.at, each.load);
    packing.addBeside(row, age, add);
    firstLoad[nth + 1] = end;
  });
  const sums = { firstLoad, at: at.subarray(0, end), load: load.subarray(0, end) };
  return { items, firstRow, ...sums, ...figures, skills: rows.map(({ skills }) => skills) };
}

/** Few lists of skills stand in many rows. */
function loadsBySkills(rows: readonly Observation[], { index }: Packing): Map<readonly string[], readonly Load[]> {
  return new Map([...new Set(rows.map(({ skills }) => skills))].map((skills) => [skills, loadsOf(skills, index)]));
}

/** Rows of an item together, items in the order in which they first come. */
function byItem(rows: readonly Observation[]): Pick<PackedRows, "items" | "firstRow"> & { rows: Observation[] } {
  const grouped = Map.groupBy(rows, ({ itemId }) => itemId);
  const firstRow = new Int32Array(grouped.size + 1);
  let item = 0;
  for (const { length } of grouped.values()) firstRow[++item] = (firstRow[item - 1] ?? 0) + length;
  return { items: [...grouped.keys()], firstRow, rows: [...grouped.values()].flat() };
}
