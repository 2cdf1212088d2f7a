import type { TestResult, Verdict } from "../types.ts";
import { isFailing } from "./verdict-words.ts";

/** What a whole verdict has, and what an interview shows of one. */
type Failed = Pick<Verdict, "verdict" | "misconception" | "message" | "tests">;

export type Mend =
  | { kind: "misconception"; belief: string; text: string }
  | { kind: "message"; text: string; line?: number }
  | { kind: "test"; test: TestResult };

/**
 * The one thing to mend first: the belief behind the failure where it was recognised, else what stopped the whole run,
 * else the first test that failed.
 */
export function firstMend({ verdict, misconception, message, tests }: Failed): Mend | undefined {
  if (verdict === "accepted" || verdict === "cancelled" || verdict === "internal-error") return undefined;
  if (misconception) return { kind: "misconception", belief: misconception.belief, text: misconception.text };
  if (message) return { kind: "message", text: message, ...lineIn(message) };
  const test = tests.find(isFailing);
  return test && { kind: "test", test };
}

/** The line that a sentence names, so that it can be gone to. */
function lineIn(message: string): { line?: number } {
  const line = /\bline (\d+)\b/i.exec(message)?.[1];
  return line === undefined ? {} : { line: Number(line) };
}

/** Lines of the candidate's code that the failures point at, the innermost of each. */
export function failingLines({ message, tests, verdict }: Failed): number[] {
  const traced = tests.filter(isFailing).flatMap(({ trace }) => trace?.at(-1)?.line ?? []);
  const told = message && verdict !== "internal-error" ? (lineIn(message).line ?? []) : [];
  return [...new Set([...traced, told].flat())];
}
