import type { StoryPart } from "../../src/features/stories/schema.ts";

type Sentence = { part: StoryPart; text: string };
/** Remarks that belong to no part of a story, by where they may stand. */
export type Asides = Record<"opening" | "middle" | "closing", readonly string[]>;
export type Telling = { sentences: Sentence[]; weight: number };

/**
 * A draft as others might tell it, for training alone: dictated without stops, with remarks, parts in another order, a part left out. Only
 * the order of parts and the form of letters change, so that every sentence keeps its part.
 */
export function tellings(sentences: readonly Sentence[], asides: Asides, random: () => number): Telling[] {
  const blocks = blocksOf(sentences);
  const dictated = asSpoken(sentences, random);
  const moved = moveOne(blocks, random).flat();
  const less = leaveOut(blocks, random).flat();
  return [
    { sentences: [...sentences], weight: 1 },
    { sentences: dictated, weight: 0.3 },
    { sentences: interrupted(sentences, asides, random), weight: 0.3 },
    { sentences: moved, weight: 0.3 },
    ...(less.length > 2 ? [{ sentences: less, weight: 0.3 }] : []),
  ];
}

/** A remark in front, behind, and one to three between. */
function interrupted(sentences: readonly Sentence[], { opening, middle, closing }: Asides, random: () => number) {
  const drawn = (lines: readonly string[]): Sentence => ({
    part: "aside",
    text: lines[Math.floor(random() * lines.length)] ?? "",
  });
  const told = [...sentences];
  for (let many = 1 + Math.floor(random() * 3); many > 0; many--)
    told.splice(1 + Math.floor(random() * (told.length - 1)), 0, drawn(middle));
  if (random() < 0.6) told.unshift(drawn(opening));
  if (random() < 0.6) told.push(drawn(closing));
  return told;
}

const JOINS = ["and", "and", "so", "and so", "and then", "but"];
const OPENS_JOINED = /^(?:and|so|but|then|anyway|well|okay|um|yeah|right|sure)\b/;

/** Dictated in one breath: without stops, and many a thought joined to the one before it. */
export function asSpoken(sentences: readonly Sentence[], random: () => number): Sentence[] {
  return sentences.map(({ part, text }, at) => {
    const plain = asDictated(text);
    const join = JOINS[Math.floor(random() * JOINS.length)];
    return { part, text: at > 0 && random() < 0.35 && !OPENS_JOINED.test(plain) ? `${join} ${plain}` : plain };
  });
}

function asDictated(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[.,;:!?"“”]+(?=\s|$)/g, "")
    .replaceAll(/(?<=\s|^)["“]/g, "");
}

function blocksOf(sentences: readonly Sentence[]): Sentence[][] {
  const blocks: Sentence[][] = [];
  for (const each of sentences) {
    const last = blocks.at(-1);
    if (last?.[0]?.part === each.part) last.push(each);
    else blocks.push([each]);
  }
  return blocks;
}

/** Mostly the result first, as many begin; else any part somewhere else. */
function moveOne(blocks: readonly Sentence[][], random: () => number): Sentence[][] {
  const result = blocks.findLastIndex(([first]) => first?.part === "result");
  const from = result >= 0 && random() < 0.5 ? result : Math.floor(random() * blocks.length);
  const to = from === result && random() < 0.7 ? 0 : Math.floor(random() * blocks.length);
  const rest = blocks.toSpliced(from, 1);
  return rest.toSpliced(to, 0, blocks[from] ?? []);
}

function leaveOut(blocks: readonly Sentence[][], random: () => number): Sentence[][] {
  return blocks.toSpliced(Math.floor(random() * blocks.length), 1);
}
