export { percent } from "../../src/lib/text.ts";

/** "0.55 ± 0.08". */
export const scored = (score: number, se: number): string => `${score.toFixed(2)} ± ${se.toFixed(2)}`;
