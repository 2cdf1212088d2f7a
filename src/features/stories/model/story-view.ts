import type { TextSpan } from "../../../shared/claims/claim.ts";
import { STORY_PARTS, type StoryPart } from "../schema.ts";
import { countWords } from "./split-run-on.ts";
import { cuesIn } from "./star/cues.ts";
import type { Labelled } from "./star/label.ts";

/** A sentence with the part it plays, and the signs in it. */
export type ReadSentence = TextSpan & {
  part: StoryPart;
  probability: number;
  probabilities: Readonly<Record<StoryPart, number>>;
  words: number;
  cues: ReadonlySet<string>;
};

export type StoryView = { text: string; sentences: readonly ReadSentence[]; words: number; seconds: number };

const WORDS_A_MINUTE = 150;

/** (spans, labels) of the same sentences; `secondsUsed` where the story was spoken. */
export function viewStory(
  text: string,
  labelled: readonly (TextSpan & Labelled)[],
  secondsUsed: number | undefined,
): StoryView {
  const words = countWords(text);
  const sentences = labelled.map(({ start, end, text: own, part, probability, probabilities }): ReadSentence => {
    return { start, end, text: own, part, probability, probabilities, words: countWords(own), cues: cuesIn(own) };
  });
  return { text, sentences, words, seconds: secondsUsed ?? (words / WORDS_A_MINUTE) * 60 };
}

export type PartShare = { part: StoryPart; words: number; share: number; seconds: number };

/** How much of the story each part takes; shares sum to 1 where there is a word. */
export function proportions({ sentences, seconds }: StoryView): PartShare[] {
  const all = sentences.reduce((sum, { words }) => sum + words, 0);
  return STORY_PARTS.map((part) => {
    const words = sentences.reduce((sum, each) => sum + (each.part === part ? each.words : 0), 0);
    const share = all === 0 ? 0 : words / all;
    return { part, words, share, seconds: share * seconds };
  });
}

export function ofPart({ sentences }: Pick<StoryView, "sentences">, ...parts: StoryPart[]): ReadSentence[] {
  return sentences.filter(({ part }) => parts.includes(part));
}

const THERE_FROM = 0.4;

/** Whether a part is told of; where no sentence is surely of it, one that may be is enough. */
export function tells({ sentences }: Pick<StoryView, "sentences">, part: StoryPart): boolean {
  return sentences.some((each) => each.part === part || each.probabilities[part] >= THERE_FROM);
}

export function spanOf({ start, end, text }: TextSpan): TextSpan {
  return { start, end, text };
}
