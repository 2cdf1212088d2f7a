import { seededRandom, shuffled } from "../../src/lib/random.ts";
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
  const random = seededRandom(1);
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
