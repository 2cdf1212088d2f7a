import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * An answer by another hand than the question's: `meets` are the criteria that it meets, as its writer judged by the rubric;
 * without it a strong answer meets all and a wrong one none.
 */
export type FreshAnswer = { question: string; kind: "strong" | "average" | "wrong"; meets?: string[]; text: string };

export function freshAnswers(): FreshAnswer[] {
  const lines = readFileSync(join(import.meta.dirname, "fresh-answers.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((line) => JSON.parse(line) as FreshAnswer);
}
