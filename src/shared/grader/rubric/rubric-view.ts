import type { Question } from "../../content/question.ts";
import type { Encoder } from "../../models/encoder/encoder.ts";
import { type TextView, viewOf } from "../text-view.ts";

/** A text to compare with, as the features see it; `vector` is missing where there is no encoder. */
export type Phrase = { view: TextView; vector: Float32Array | undefined };

export type CriterionView = {
  id: string;
  /** `met_when` comes last, after all of `say`. */
  phrases: Phrase[];
  notEnough: Phrase;
  /** Stems of the phrases, with the share of the phrases that use each; the question's own words count little. */
  vocabulary: Map<string, number>;
};

export type RubricView = {
  prompt: Phrase;
  criteria: CriterionView[];
  misconceptions: { id: string; says: Phrase }[];
};

const OF_THE_PROMPT = 0.2;

/** Reads a question's rubric once, for all answers to it. */
export async function readRubric(question: Question, encoder: Encoder | undefined): Promise<RubricView> {
  const texts = [
    question.prompt,
    ...question.rubric.flatMap((each) => [...each.say, each.met_when, each.not_enough]),
    ...question.misconceptions.map((each) => each.says),
  ];
  const encoded = encoder ? await encoder.encode(texts) : [];
  const phrases = texts.map((text, at): Phrase => ({ view: viewOf(text), vector: encoded[at]?.sentence }));
  const take = (many: number) => phrases.splice(0, many);
  const [prompt] = take(1);
  const criteria = question.rubric.map(({ id, say }): CriterionView => {
    const own = take(say.length + 1);
    const [notEnough] = take(1);
    return { id, phrases: own, notEnough: notEnough as Phrase, vocabulary: vocabularyOf(own, prompt as Phrase) };
  });
  const misconceptions = question.misconceptions.map(({ id }) => ({ id, says: take(1)[0] as Phrase }));
  return { prompt: prompt as Phrase, criteria, misconceptions };
}

function vocabularyOf(phrases: Phrase[], prompt: Phrase): Map<string, number> {
  const vocabulary = new Map<string, number>();
  for (const { view } of phrases)
    for (const stem of view.content) {
      const weight = (prompt.view.content.has(stem) ? OF_THE_PROMPT : 1) / phrases.length;
      vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + weight);
    }
  return vocabulary;
}
