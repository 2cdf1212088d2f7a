import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ContentFault } from "./content-fault.ts";
import { assignParts, type Part } from "./holdout.ts";
import { Question } from "./question.ts";
import { assignable, type Known, referenceFaults, twiceFaults } from "./references.ts";
import { type ReadItem, readYamlItem } from "./yaml-items.ts";

/** A question as its file has it; one with numbers has not drawn them yet. */
export type QuestionItem = { slug: string; path: string; version: string; question: Question };
export type BankQuestion = QuestionItem & { part: Part };
export type QuestionBank = { questions: BankQuestion[]; faults: ContentFault[] };

/** Reads `questions/<area>/<slug>.yaml` under `contentDir`. Items with a fault are left out and told of. */
export function loadQuestions(contentDir: string, known: Known): QuestionBank {
  const read = questionFiles(contentDir).map((path) => readQuestion(path));
  const items = read.flatMap((each) => (each.ok ? [each.value] : []));
  const parts = assignParts(items.map(({ question }) => assignable(question, known)));
  return {
    questions: items.map((item) => ({ ...item, part: parts.get(item.question.id) ?? "practice" })),
    faults: [
      ...read.flatMap((each) => (each.ok ? [] : each.faults)),
      ...items.flatMap(({ path, question }) => referenceFaults(path, question, known)),
      ...twiceFaults(items.map(({ slug, path, question }) => ({ id: question.id, slug, path }))),
      ...namedTwiceFaults(items),
    ],
  };
}

/** Paths of all questions, in the order of their areas and names. */
export function questionFiles(contentDir: string): string[] {
  const folder = join(contentDir, "questions");
  return existsSync(folder) ? questionFilesIn(folder) : [];
}

/** Paths of all questions below a folder, in the order of their names. */
export function questionFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

export function readQuestion(path: string): ReadItem<QuestionItem> {
  const read = readYamlItem(path, Question);
  if (!read.ok) return read;
  const { content: question, ...file } = read.value;
  return { ok: true, value: { ...file, question } };
}

/** Two files of one name in two areas: a name is how a question is asked for. */
function namedTwiceFaults(items: readonly QuestionItem[]): ContentFault[] {
  return [...Map.groupBy(items, ({ slug }) => slug).values()].flatMap((same) =>
    same.slice(1).map(({ path }) => ({ path, line: 1, message: `has the name of ${same[0]?.path}` })),
  );
}
