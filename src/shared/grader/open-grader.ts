import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Question } from "../content/question.ts";
import type { Longest } from "../models/encoder/cross-encoder.ts";
import type { CrossParameters, LowRankParameters } from "../models/encoder/low-rank-update.ts";
import { remembering } from "../models/encoder/remembering.ts";
import { openSentences } from "../models/encoder/sentences.ts";
import { gradeRow, type Row, type RowGrade, type RowGrader } from "./grade-row.ts";
import type { Learned } from "./learned.ts";
import { claimReader, LONGEST_COMPARED } from "./rubric/claims.ts";
import { type AnswerGrade, type AnswerGrader, type Asked, gradeAnswer } from "./rubric/grade-answer.ts";
import type { LearnedRubric } from "./rubric/learned-rubric.ts";
import { readRubric } from "./rubric/rubric-view.ts";
import { type Compared, compareWithLines } from "./similarity.ts";

// Of 50 kB each, for texts of 30 tokens: a rubric has forty, and comes back with every answer.
const REMEMBERED_TEXTS = 1_000;
// An interviewer compares each question with some five hundred lines of its case.
const REMEMBERED_SENTENCES = 4_000;

// What was seen in training, in tokens.
const LONGEST_ROW: Longest = { reference: 110, text: 128 };

/** "lexical" where the encoder has not been fetched: words alone are compared. */
export type EngineName = "embedded" | "lexical";
export type EngineGrade = AnswerGrade & { engine: EngineName };

export type Grader = {
  engine: EngineName;
  /** Loads what grading by rubrics needs. */
  warmUp: () => Promise<void>;
  /** Grades an answer against the rubric of its question. */
  gradeAnswer: (asked: Asked, answer: string) => Promise<EngineGrade>;
  /** Reads a rubric ahead of its first answer. */
  prepare: (question: Question) => Promise<void>;
  /** How near each text is to each line. */
  similarities: (texts: readonly string[], lines: readonly string[]) => Promise<Compared>;
  /** Grades an answer against references, without a rubric. */
  gradeRow: (row: Row) => Promise<RowGrade>;
  close: () => Promise<void>;
};

/** The best engine that is there. */
export function engineOf(encoderFolder: string): EngineName {
  const there = ["model.onnx", "tokenizer.json"].every((name) => existsSync(join(encoderFolder, name)));
  return there ? "embedded" : "lexical";
}

/** Opens the best engine that is there; models load when first needed. `encoderFolder` is where set-up puts the encoder. */
export function openGrader(encoderFolder: string, { threads }: { threads: number }): Grader {
  const engine = engineOf(encoderFolder);
  const answers = once(() => openAnswers(engine, encoderFolder, threads));
  const claims = once(() => openClaims(engine, encoderFolder, threads));
  const rows = once(() => openRowGrader(engine, encoderFolder, threads));
  const grading = async (): Promise<AnswerGrader> => {
    const [opened, reader] = await Promise.all([answers.get(), claims.get()]);
    return { ...opened, claims: reader?.read };
  };
  return {
    engine,
    warmUp: async () => {
      const { encoder, claims } = await grading();
      const text = "The first run of a model takes longer than the next ones.";
      await Promise.all([encoder?.encode([text]), claims?.([{ phrase: text, passage: text }])]);
    },
    gradeAnswer: async (asked, answer) => ({ ...(await gradeAnswer(await grading(), asked, answer)), engine }),
    prepare: async (question) => {
      await readRubric(question, (await answers.get()).encoder);
    },
    similarities: async (texts, lines) => compareWithLines({ texts, lines }, (await answers.get()).sentences),
    gradeRow: async (row) => gradeRow(await rows.get(), row),
    close: async () => {
      const [opened, reader, rowGrader] = await Promise.all([answers.opened(), claims.opened(), rows.opened()]);
      const models = [opened?.encoder, reader, rowGrader?.encoder, rowGrader?.cross];
      await Promise.all(models.map(async (each) => each?.close()));
    },
  };
}

type Answers = Omit<AnswerGrader, "claims"> & { sentences: ReturnType<typeof openSentences> | undefined };

async function openAnswers(engine: EngineName, folder: string, threads: number): Promise<Answers> {
  const learned = readParameters<LearnedRubric>(`rubric-${engine}`);
  if (engine === "lexical") return { learned, encoder: undefined, sentences: undefined };
  // Loaded here, so that grading by words alone does not wait for a runtime of neural networks.
  const { openMiniLm } = await import("../models/encoder/minilm.ts");
  const encoder = await openMiniLm(folder, threads, readParameters<LowRankParameters>("rubric-encoder"));
  const sentences = openSentences(encoder, REMEMBERED_SENTENCES);
  return { learned, encoder: remembering(encoder, REMEMBERED_TEXTS), sentences };
}

/** What reads claims; nothing where words alone are compared. */
async function openClaims(engine: EngineName, folder: string, threads: number) {
  if (engine === "lexical") return undefined;
  const { openCrossEncoder } = await import("../models/encoder/cross-encoder.ts");
  const parameters = readParameters<CrossParameters>("rubric-claims");
  const cross = await openCrossEncoder(folder, parameters, { threads, longest: LONGEST_COMPARED });
  return cross && { read: claimReader(cross), close: cross.close };
}

async function openRowGrader(engine: EngineName, folder: string, threads: number): Promise<RowGrader> {
  const learned = readParameters<Learned>(engine);
  if (engine === "lexical") return { learned, encoder: undefined, cross: undefined };
  const { openMiniLm } = await import("../models/encoder/minilm.ts");
  const { openCrossEncoder } = await import("../models/encoder/cross-encoder.ts");
  const parameters = readParameters<CrossParameters>("cross-encoder");
  const [encoder, cross] = await Promise.all([
    openMiniLm(folder, threads),
    openCrossEncoder(folder, parameters, { threads, longest: LONGEST_ROW }),
  ]);
  return { learned, encoder: remembering(encoder, REMEMBERED_TEXTS), cross };
}

/** Something made at its first use, and never made twice. */
function once<T>(make: () => Promise<T>): { get: () => Promise<T>; opened: () => Promise<T | undefined> } {
  let made: Promise<T> | undefined;
  return {
    get: () => {
      made ??= make();
      return made;
    },
    opened: async () => made,
  };
}

function readParameters<T>(name: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, "parameters", `${name}.json`), "utf8"));
}
