import type { GradedPrompt } from "../../shared/content/design/case.ts";
import type { Question } from "../../shared/content/question.ts";
import type { EngineGrade } from "../../shared/grader/open-grader.ts";
import type { DesignCase } from "./case-folder.ts";
import type { DesignDeps } from "./deps.ts";
import type { GradedText } from "./schema.ts";

/** A prompt of a case as the grader knows questions. */
export function questionOf({ item }: Pick<DesignCase, "item">, prompt: GradedPrompt): Question {
  return {
    id: `${item.id}/${prompt.id}`,
    title: item.title,
    kind: "scenario",
    skills: item.skills,
    difficulty: item.difficulty,
    roles: item.roles,
    prompt: prompt.ask,
    rubric: prompt.rubric,
    misconceptions: prompt.misconceptions,
    probes: [],
    clarify: [],
    answers: prompt.answers,
    reference: prompt.reference,
    sources: [],
  };
}

/** Grades what was written to a prompt; nothing written is worth nothing, and nobody need grade it. */
export async function gradePrompt(
  { grader }: Pick<DesignDeps, "grader">,
  found: DesignCase,
  { prompt, text }: { prompt: GradedPrompt; text: string },
): Promise<GradedText> {
  if (text.trim() === "") return shown(prompt, text, EMPTY);
  return shown(
    prompt,
    text,
    await grader.gradeAnswer({ question: questionOf(found, prompt), values: new Map() }, text),
  );
}

type Grade = Pick<EngineGrade, "score" | "se" | "abstained" | "flags" | "criteria" | "misconceptions">;
const EMPTY: Grade = { score: 0, se: 0, abstained: false, flags: [], criteria: [], misconceptions: [] };

function shown(prompt: GradedPrompt, text: string, grade: Grade): GradedText {
  const { score, se, abstained, flags } = grade;
  return {
    id: prompt.id,
    dimension: prompt.dimension,
    ask: prompt.ask,
    text,
    score,
    se,
    abstained,
    flags,
    criteria: prompt.rubric.map(({ id, points, met_when, say }) => {
      const result = grade.criteria.find((each) => each.id === id);
      return { id, points, probability: result?.probability ?? 0, metWhen: met_when, say, span: result?.span ?? null };
    }),
    misconceptions: grade.misconceptions.flatMap(({ id, span }) => {
      const mistaken = prompt.misconceptions.find((each) => each.id === id);
      return mistaken ? [{ id, span, says: mistaken.says, whyWrong: mistaken.why_wrong }] : [];
    }),
    reference: prompt.reference,
  };
}
