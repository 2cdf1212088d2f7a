import type { GradedRow } from "./human-graded.ts";
import { runPython } from "./run-python.ts";

/** Fits the trees of rows: fit.py says what comes back. */
export function fitTrees<T>(
  python: string,
  mode: "fit" | "leave-group-out",
  rows: readonly GradedRow[],
  features: readonly number[][],
): Promise<T> {
  return runPython<T>(python, "fit.py", {
    mode,
    features,
    score: rows.map(({ score }) => score),
    label: rows.map(({ label }) => label),
    group: rows.map(({ group }) => group),
    weight: rows.map(() => 1),
  });
}
