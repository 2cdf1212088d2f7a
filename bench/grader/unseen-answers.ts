import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fillQuestion } from "../../src/shared/content/fill-question.ts";
import { readQuestion } from "../../src/shared/content/question-bank.ts";
import { asQuestion, readScript } from "../../src/shared/content/round-bank.ts";
import type { Asked } from "../../src/shared/grader/rubric/grade-answer.ts";

/**
 * An answer that no training reads, by a hand that had read the rubric: right and complete (`strong`), right and said as
 * corrections (`negating`), half of it, fluent and wrong (`contrary`), or terms that nothing is claimed of (`name-dropper`).
 * `meets`: the criteria that its writer found met.
 */
export type UnseenAnswer = {
  asked: Asked;
  kind: "strong" | "negating" | "half" | "contrary" | "name-dropper";
  meets: string[];
  text: string;
};

type Line = Omit<UnseenAnswer, "asked"> & { file: string; part?: string };

/** From `unseen-answers.jsonl`; `file` stands below the content folder. */
export function unseenAnswers(contentDir: string): UnseenAnswer[] {
  const lines = readFileSync(join(import.meta.dirname, "unseen-answers.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((line) => {
    const { file, part, ...answer } = JSON.parse(line) as Line;
    const path = join(contentDir, file);
    return { ...answer, asked: part === undefined ? questionAt(path) : partAt(path, part) };
  });
}

function questionAt(path: string): Asked {
  const read = readQuestion(path);
  if (!read.ok) throw new Error(`${path} is no question`);
  return fillQuestion(read.value.question, 1);
}

function partAt(path: string, id: string): Asked {
  const read = readScript(path);
  const part = read.ok ? read.value.script.parts.find((each) => each.id === id) : undefined;
  if (!read.ok || !part) throw new Error(`${path} has no part ${id}`);
  return { question: asQuestion(read.value.script, part), values: new Map() };
}
