import type { BankDrill } from "../../shared/content/explain-bank.ts";
import type { Listener } from "../../shared/content/explain-drill.ts";
import { gradeWithModel, type SaidGrade } from "../../shared/grader/llm/grade-with-model.ts";
import type { ExplainDeps } from "./deps.ts";
import { questionOf } from "./model/asked-question.ts";
import { cappedAsCopy, isCopied } from "./model/copied.ts";
import { type ExplanationRead, readExplanation } from "./model/read-explanation.ts";
import type { Reading } from "./schema.ts";

export type Told = { drill: BankDrill["drill"]; listener: Listener };
type Graders = Pick<ExplainDeps, "grader" | "language" | "clock">;

/** Reads an explanation as its listener hears it; `seen` where the model explanation was shown before. */
export async function readFor(
  graders: Graders,
  told: Told,
  { text, seen }: { text: string; seen: "model-seen" | "model-unseen" },
): Promise<Reading> {
  const asked = { question: questionOf(told.drill, told.listener), values: new Map() };
  const said = await gradeWithModel(graders, asked, text);
  const copied = seen === "model-seen" && isCopied(told.listener, text);
  const grade = copied ? cappedAsCopy(said.grade) : said.grade;
  const read = readExplanation(told, text, grade);
  const flags = copied ? [...grade.flags, "model-copied"] : grade.flags;
  return shaped(read, { ...said, grade }, { flags, listener: told.listener });
}

function shaped(
  read: ExplanationRead,
  { grade, engine, note }: SaidGrade,
  { flags, listener }: { flags: readonly string[]; listener: Listener },
): Reading {
  const { terms, reading, length, analogy, score, se, abstained, across, sum, distortions, suspected } = read;
  return {
    engine,
    score,
    se,
    abstained,
    flags: [...flags],
    across,
    sum,
    criteria: grade.criteria.map((each) => ({ ...each, span: each.span ?? null })),
    distortions,
    suspected,
    terms: {
      unexplained: terms.unexplained.map(({ term, instead, uses }) => ({ term, instead, uses })),
      explained: terms.explained,
    },
    reading: { ...reading, highest: listener.reading_grade },
    length,
    analogy: {
      wanted: listener.analogy,
      span: analogy.span,
      picture: analogy.known?.picture ?? null,
      limit: analogy.limit,
      misleading: analogy.misleading,
    },
    ...(note === undefined ? {} : { note }),
  };
}
