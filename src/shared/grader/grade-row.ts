import type { CrossEncoder } from "../models/encoder/cross-encoder.ts";
import type { Encoded, Encoder } from "../models/encoder/encoder.ts";
import { type GateFlag, gate } from "./gates.ts";
import { type Judgement, judge, type Learned } from "./learned.ts";
import { rowFeatures, type Seen } from "./row-features.ts";
import { viewOf } from "./text-view.ts";

/** An answer and the references of which any would do. */
export type Row = { question: string; references: string[]; answer: string };

export type RowGrade = Judgement & {
  /** Too uncertain to be told as a grade. */
  abstained: boolean;
  flags: GateFlag[];
  /** Index of the reference that the answer came nearest to. */
  nearest: number;
};

export type RowGrader = { learned: Learned; encoder: Encoder | undefined; cross: CrossEncoder | undefined };

const UNDECIDED = 0.1; // around a half: there two in five would be told the wrong side
const DOUBTFUL: readonly GateFlag[] = ["instructions-to-the-grader", "no-prose", "repetition", "other-script"];

/** Grades an answer against references, without a rubric. */
export async function gradeRow({ learned, encoder, cross }: RowGrader, row: Row): Promise<RowGrade> {
  const { text, flags, cap } = gate(row.answer, row.question);
  const texts = [row.question, text, ...row.references];
  const encoded: Encoded[] = encoder ? await encoder.encode(texts) : [];
  const [question, answer, ...references] = texts.map(
    (each, at): Seen => ({ view: viewOf(each), encoded: encoded[at] }),
  );
  if (!question || !answer) throw new Error("a row has a question and an answer");
  const { values, nearest } = rowFeatures({ question, answer, references });
  const [logits] = (await cross?.compare([[row.references[nearest] ?? "", text]])) ?? [];
  const judged = judge(learned, values, logits);
  const doubtful = flags.some((flag) => DOUBTFUL.includes(flag));
  return {
    ...judged,
    score: Math.min(judged.score, cap),
    se: cap === 0 ? 0 : judged.se,
    abstained: cap > 0 && (doubtful || Math.abs(judged.score - 0.5) < UNDECIDED),
    flags,
    nearest,
  };
}
