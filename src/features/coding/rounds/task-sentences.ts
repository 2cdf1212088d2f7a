import { nearnessOf } from "../../../shared/grader/similarity.ts";
import type { Comparing } from "../../../shared/rounds/think-aloud/read-aloud.ts";

const FEWEST_WORDS = 4;

/** The sentences and list items of a task, each as one: without examples in code. */
export function sentencesOf(markdown: string): string[] {
  const prose = markdown.replaceAll(/```[\s\S]*?```/g, "\n");
  return prose
    .split(/\n\s*\n|\n(?=\s*[-*] )/)
    .flatMap((block) => block.replaceAll(/\s+/g, " ").split(/(?<=[.?!]) (?=[\p{Lu}`*\d-])/u))
    .map((sentence) => sentence.replace(/^[-*] /, "").trim())
    .filter((sentence) => sentence.split(" ").length >= FEWEST_WORDS);
}

/** The sentence of a task that comes nearest to words, and how near, 0 to 1. */
export async function nearestSentence(
  grader: Comparing,
  task: string,
  text: string,
): Promise<{ at: number; sentence: string; near: number }> {
  const sentences = sentencesOf(task);
  if (sentences.length === 0) return { at: -1, sentence: "", near: 0 };
  const { values } = await grader.similarities([text], sentences);
  const near = (values[0] ?? []).map(nearnessOf);
  const at = near.indexOf(Math.max(...near));
  return { at, sentence: sentences[at] ?? "", near: near[at] ?? 0 };
}
