import { FUNCTION_WORDS } from "../../src/shared/grader/function-words.ts";
import type { GradedRow } from "./human-graded.ts";

// What people never hand in, and what a grader of words is fooled by. Trees learn from these that form matters.

type Spoil = (row: GradedRow, others: readonly GradedRow[], random: () => number) => Partial<GradedRow> | undefined;

const WRONG = { score: 0, label: 1 };
const TURNED = { score: 0, label: 2 };
const AUXILIARY = /\b(is|are|was|were|can|will|would|should|does|do|has|have)\b/;

const SPOILS: readonly Spoil[] = [
  ({ answer, score }) =>
    score >= 0.8 ? { ...TURNED, answer: `It is not true that ${lowerFirst(answer)}` } : undefined,
  ({ answer, score }) =>
    score >= 0.8 && AUXILIARY.test(answer) ? { ...TURNED, answer: answer.replace(AUXILIARY, "$1 not") } : undefined,
  ({ references: [reference = ""] }, _, random) => ({
    ...WRONG,
    answer: shuffled(reference.split(/\s+/), random).join(" "),
  }),
  ({ answer }, _, random) => ({ ...WRONG, answer: shuffled(answer.split(/\s+/), random).join(" ") }),
  ({ references: [reference = ""] }) => ({ ...WRONG, answer: termsOf(reference) }),
  (row, others, random) => {
    const other = others[Math.floor(random() * others.length)];
    return other && other.set === row.set && other.questionId !== row.questionId
      ? { ...WRONG, answer: other.answer }
      : undefined;
  },
];

/** One spoiled copy of about a third of the rows; always the same ones. Labels stay unknown where the set has none. */
export function spoiled(rows: readonly GradedRow[]): GradedRow[] {
  const random = generator(1);
  return rows.flatMap((row) => {
    const spoil = SPOILS[Math.floor(random() * SPOILS.length * 3)];
    const changed = spoil?.(row, rows, random);
    return changed ? [{ ...row, ...changed, label: row.label < 0 ? -1 : (changed.label ?? row.label) }] : [];
  });
}

function termsOf(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => !FUNCTION_WORDS.has(word.toLowerCase()))
    .join(" ");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** Numbers in 0..1 from a seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
