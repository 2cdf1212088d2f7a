import { wordsOf } from "../../shared/grader/text-view.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import { learnedBreaks } from "./learned.ts";
import { splitSentences } from "./model/split-sentences.ts";

const LEAST_WORDS = 40;
const RUN = 5;
/**
 * Sentences this near say the same in other words: more than half of a story told again, less than a quarter of another occasion
 * of the same project (bench/stories/retold.yaml). Without an encoder only the words are known again.
 */
const SAME_FROM = 0.6;
const RETOLD_FROM = 0.4;

/** Whether a story was told already, most of it word by word, or most of its sentences in other words. */
export async function toldBefore(
  grader: Pick<ThreadedGrader, "similarities">,
  text: string,
  earlier: readonly string[],
): Promise<boolean> {
  const words = wordsOf(text);
  if (words.length < LEAST_WORDS || earlier.length === 0) return false;
  const known = new Set(earlier.flatMap((each) => runsOf(wordsOf(each))));
  const runs = runsOf(words);
  if (runs.filter((run) => known.has(run)).length > runs.length / 2) return true;
  const sentences = sentencesOf(text);
  const { values } = await grader.similarities(sentences, earlier.flatMap(sentencesOf));
  const same = values.filter((row) => row.some(({ meaning }) => (meaning ?? 0) >= SAME_FROM));
  return same.length >= RETOLD_FROM * sentences.length;
}

function sentencesOf(text: string): string[] {
  return splitSentences(text, learnedBreaks()).map((each) => each.text);
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(" "));
}
