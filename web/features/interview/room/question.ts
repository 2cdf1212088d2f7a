import type { Turn } from "../types.ts";

/** Words that put something to the candidate; after others the question before them still stands. */
const PUTS: ReadonlySet<string> = new Set(["open", "ask", "probe", "challenge", "repeat", "hint"]);

/** What the interviewer said last, all of it since the candidate last spoke; `standing`: the question, where it is not among it. */
export function lastWords(turns: readonly Turn[]): { words: Turn[]; standing: Turn | undefined } {
  const spoke = turns.findLastIndex(({ who }) => who === "candidate");
  const words = turns.slice(spoke + 1);
  const puts = ({ who, act }: Turn) => who === "interviewer" && act !== null && PUTS.has(act);
  return { words, standing: words.some(puts) ? undefined : turns.findLast(puts) };
}
