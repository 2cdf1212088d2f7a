import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Row } from "../../src/shared/grader/grade-row.ts";

/** A row of a set that people have graded. `score` is 0 to 1. */
export type GradedRow = Row & {
  set: SetName;
  questionId: string;
  /** Never split over training and measuring: the question, or for Mohler the assignment. */
  group: string;
  part: "train" | "unseen-questions" | "other";
  score: number;
  /** 0 correct, 1 incorrect, 2 contradictory; -1 where the set has no such labels. */
  label: number;
};

export type SetName = "mohler" | "beetle" | "scientsbank" | "saf_english";

const SETS: readonly SetName[] = ["mohler", "beetle", "scientsbank", "saf_english"];
const LABELS = ["correct", "incorrect", "contradictory"];
const TRAIN = new Set(["train", "training"]);
const UNSEEN = new Set(["unseen-questions", "unseen_questions"]);

/** Folder of the sets: --data DIR, or data/grading beside this copy of Holdout; undefined where they are missing. */
export function dataFolder(root: string, named: string | undefined): string | undefined {
  const places = named === undefined ? [join(root, "..", "shared", "data", "grading")] : [resolve(named)];
  return places.find((place) => SETS.every((set) => existsSync(join(place, `${set}.jsonl`))));
}

export function readSets(folder: string): GradedRow[] {
  return SETS.flatMap((set) =>
    readFileSync(join(folder, `${set}.jsonl`), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => rowOf(set, JSON.parse(line))),
  );
}

type RawRow = {
  question_id: string;
  question: string;
  references: string[];
  answer: string;
  score: number | string;
  split?: string;
  label?: string;
};

function rowOf(set: SetName, raw: RawRow): GradedRow {
  const assignment = raw.question_id.split(".")[0] ?? "";
  return {
    set,
    questionId: raw.question_id,
    group: `${set} ${set === "mohler" ? assignment : raw.question_id}`,
    part: partOf(raw.split),
    question: raw.question,
    references: raw.references,
    answer: raw.answer,
    score: Number(raw.score),
    label: set === "beetle" || set === "scientsbank" ? LABELS.indexOf(raw.label ?? "") : -1,
  };
}

// Mohler has no parts of its own: all of it may be trained on, and it is measured by leaving assignments out.
function partOf(split: string | undefined): GradedRow["part"] {
  if (split === undefined || TRAIN.has(split)) return "train";
  return UNSEEN.has(split) ? "unseen-questions" : "other";
}
