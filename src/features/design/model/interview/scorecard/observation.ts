import type { Dimension, Evidence } from "../../../schema.ts";

/** One thing that was seen of a candidate, as far as it says something about a dimension. */
export type Observation = {
  dimension: Dimension;
  /** 0 to 1. */
  score: number;
  /** Standard error of the score. */
  se: number;
  /** How much it counts beside the others of its dimension. */
  weight: number;
  evidence: Evidence[];
  /** What would have made it better; null where nothing would. */
  mend: string | null;
};

/** From here on a thing is good: nothing is said to mend. */
export const GOOD_FROM = 0.85;
