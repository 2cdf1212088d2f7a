import { inOneSpelling, type Word, wordsOf } from "./words.ts";

/** One way to say a skill. */
type Phrase = {
  skill: string;
  steps: readonly Step[];
  /** One of these must stand near; none of those may stand in the sentence. */
  near: readonly Step[];
  never: readonly Step[];
};
type Step = {
  word: string /** Any ending will do. */;
  open: boolean /** Up to four words may come before. */;
  gap: boolean;
};

/** Phrases by their first word: as it is, or by how it begins. */
export type Phrasebook = { exact: ReadonlyMap<string, Phrase[]>; open: ReadonlyMap<string, Phrase[]> };

/** A sentence, and the words around it that tell what an ambiguous word means there. */
export type Sentence = { words: readonly Word[]; around: () => readonly Word[] };
export type Found = { skill: string; start: number; end: number };

const LONGEST_GAP = 4;
const SHORTEST_STEM = 3;

/** Reads phrases as `content/tailoring.yaml` writes them. */
export function phrasebookOf(skills: Readonly<Record<string, string>>): Phrasebook {
  const phrases = Object.entries(skills).flatMap(([skill, list]) =>
    list.split(";").flatMap((written) => phraseOf(skill, written)),
  );
  const isOpen = ({ steps }: Phrase) => steps[0]?.open === true;
  const first = ({ steps }: Phrase) => steps[0]?.word ?? "";
  return {
    exact: Map.groupBy(
      phrases.filter((each) => !isOpen(each)),
      first,
    ),
    open: Map.groupBy(phrases.filter(isOpen), first),
  };
}

function phraseOf(skill: string, written: string): Phrase[] {
  const [said = ""] = written.split(/\s[?!]\s/);
  const near = /\s\?\s([^!]*)/.exec(written)?.[1] ?? "";
  const never = /\s!\s([^?]*)/.exec(written)?.[1] ?? "";
  const steps = stepsOf(said);
  return steps.length === 0 ? [] : [{ skill, steps, near: stepsOf(near), never: stepsOf(never) }];
}

function stepsOf(written: string): Step[] {
  const steps: Step[] = [];
  let gap = false;
  for (const part of written.trim().split(/\s+/)) {
    if (part === "..") gap = true;
    for (const { word } of wordsOf(part)) {
      steps.push({ word: inOneSpelling(word), open: part.endsWith("*"), gap });
      gap = false;
    }
  }
  return steps;
}

/** Every phrase that a sentence says; of one skill none inside another. */
export function phrasesIn(sentence: Sentence, book: Phrasebook): Found[] {
  const { words } = sentence;
  const found: Found[] = [];
  // what a phrase asks of its sentence is the same wherever it stands in it
  const fitting = new Map<Phrase, boolean>();
  for (const at of words.keys()) {
    for (const phrase of beginningWith(words[at], book)) {
      const end = endOf(phrase.steps, words, at);
      const first = words[at];
      const last = words[end];
      if (!first || !last) continue;
      const isFitting = fitting.get(phrase) ?? fits(phrase, sentence);
      fitting.set(phrase, isFitting);
      if (isFitting) found.push({ skill: phrase.skill, start: first.start, end: last.end });
    }
  }
  return withoutInner(found);
}

function* beginningWith(word: Word | undefined, { exact, open }: Phrasebook): Generator<Phrase> {
  if (!word) return;
  yield* exact.get(word.word) ?? [];
  if (word.one !== word.word) yield* exact.get(word.one) ?? [];
  for (let length = SHORTEST_STEM; length <= word.word.length; length++)
    yield* open.get(word.word.slice(0, length)) ?? [];
}

/** The index of the last word, or -1 where the phrase is not said from here. */
function endOf(steps: readonly Step[], words: readonly Word[], from: number): number {
  let at = from;
  for (const [nth, step] of steps.entries()) {
    if (nth === 0) continue;
    const reach = step.gap ? LONGEST_GAP : 0;
    const next = words.slice(at + 1, at + 2 + reach).findIndex((word) => isSaid(step, word));
    if (next < 0) return -1;
    at += 1 + next;
  }
  return at;
}

function fits({ near, never }: Phrase, { words, around }: Sentence): boolean {
  const stands = (steps: readonly Step[], among: readonly Word[]) =>
    among.some((word) => steps.some((step) => isSaid(step, word)));
  return (near.length === 0 || stands(near, words) || stands(near, around())) && !stands(never, words);
}

function isSaid({ word, open }: Step, said: Word): boolean {
  return said.word === word || said.one === word || (open && said.word.startsWith(word));
}

/** In one pass over places in order: a text may say one word a thousand times. */
function withoutInner(found: readonly Found[]): Found[] {
  const reached = new Map<string, number>();
  const inner = new Set<Found>();
  for (const each of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const end = reached.get(each.skill) ?? -1;
    if (each.end <= end) inner.add(each);
    else reached.set(each.skill, each.end);
  }
  return found.filter((each) => !inner.has(each));
}
