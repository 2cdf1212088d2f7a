import { wordsOf } from "../../../../shared/grader/text-view.ts";
import { cuesIn } from "./cues.ts";
import { topicsOf } from "./topic.ts";

/** What is seen of a sentence beside its meaning: signs in it and around it, its words, its place. Each with its strength. */
export type SentenceFeatures = Map<string, number>;

const PLACES = 5;

/** Features of all sentences of a story, in order; `vectors`, where there are any, are their places in the encoder's space. */
export function featuresOf(
  sentences: readonly string[],
  vectors?: readonly Float32Array[] | undefined,
): SentenceFeatures[] {
  const topics = topicsOf(sentences, vectors);
  const seen = sentences.map((text) => ({ cues: cuesIn(text), words: wordsOf(text).map(plainWord) }));
  const lengths = seen.map(({ words }) => words.length);
  const all = Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  let before = 0;
  return seen.map(({ cues, words }, at) => {
    const features: SentenceFeatures = new Map();
    const add = (name: string, value = 1) => features.set(name, value);
    for (const cue of cues) add(`cue ${cue}`);
    for (const cue of seen[at - 1]?.cues ?? []) add(`before ${cue}`);
    for (const cue of seen[at + 1]?.cues ?? []) add(`after ${cue}`);
    words.forEach((word, place) => {
      add(`word ${word}`);
      if (place > 0) add(`pair ${words[place - 1]} ${word}`);
    });
    add(`opens ${words[0] ?? ""}`);
    add(`opens ${words[0] ?? ""} ${words[1] ?? ""}`);
    addPlace(features, (before + words.length / 2) / all);
    addEnds(features, at, sentences.length);
    for (const [name, value] of Object.entries(topics[at] ?? {})) add(name, value);
    add("length", Math.log(1 + words.length) / 4);
    if (words.length <= 4) add("very short");
    else if (words.length <= 8) add("short");
    else if (words.length >= 28) add("long");
    before += words.length;
    return features;
  });
}

/** Tents over the story: the middle of a sentence lies between two of them. */
function addPlace(features: SentenceFeatures, place: number): void {
  const position = place * PLACES;
  const below = Math.min(PLACES - 1, Math.floor(position));
  features.set(`place ${below}`, 1 - (position - below));
  features.set(`place ${below + 1}`, position - below);
}

function addEnds(features: SentenceFeatures, at: number, many: number): void {
  if (at < 3) features.set(`from start ${at}`, 1);
  if (many - at <= 3) features.set(`from end ${many - at}`, 1);
  if (many <= 7) features.set("few sentences", 1);
}

/** Figures differ from story to story; that one stands here is what they share. */
function plainWord(word: string): string {
  return /\d/.test(word) ? "#" : word;
}
