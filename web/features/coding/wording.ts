import type { Kind, ProblemState, Tier } from "./types.ts";

export const kindNames: Record<Kind, string> = {
  implement: "Implement",
  optimise: "Optimise",
  debug: "Debug",
  progressive: "Progressive",
};

export const tierNames: Record<Tier, string> = {
  python: "Python",
  numpy: "NumPy",
  sklearn: "scikit-learn",
  torch: "PyTorch",
};

export const stateNames: Record<ProblemState, string> = { new: "not tried", attempted: "attempted", solved: "solved" };

/** "1 test", "5 tests". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** A name from the code as words: `stays_finite_at_800` reads "stays finite at 800". */
export const asWords = (name: string): string => name.replaceAll("_", " ").trim();
