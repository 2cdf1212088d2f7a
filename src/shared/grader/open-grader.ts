import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CrossParameters } from "../models/encoder/low-rank-update.ts";
import { remembering } from "../models/encoder/remembering.ts";
import { gradeRow, type Row, type RowGrade } from "./grade-row.ts";
import type { Learned } from "./learned.ts";

const REMEMBERED_TEXTS = 1_000; // of 50 kB each, for texts of 30 tokens

export type Grader = {
  /** "lexical" where the encoder has not been fetched: words alone are compared. */
  engine: "embedded" | "lexical";
  gradeRow: (row: Row) => Promise<RowGrade>;
  close: () => Promise<void>;
};

/** Opens the best engine that is there. `encoderFolder` is where set-up puts the encoder. */
export async function openGrader(encoderFolder: string, { threads }: { threads: number }): Promise<Grader> {
  const models = await openModels(encoderFolder, threads);
  const engine = models ? "embedded" : "lexical";
  const learned = readParameters<Learned>(engine);
  const { encoder, cross } = models ?? { encoder: undefined, cross: undefined };
  return {
    engine,
    gradeRow: (row) => gradeRow({ learned, encoder, cross }, row),
    close: async () => {
      await Promise.all([encoder?.close(), cross?.close()]);
    },
  };
}

async function openModels(folder: string, threads: number) {
  if (!existsSync(join(folder, "model.onnx")) || !existsSync(join(folder, "tokenizer.json"))) return undefined;
  // Loaded here, so that grading by words alone does not wait for a runtime of neural networks.
  const { openMiniLm } = await import("../models/encoder/minilm.ts");
  const { openCrossEncoder } = await import("../models/encoder/cross-encoder.ts");
  const parameters = readParameters<CrossParameters>("cross-encoder");
  const [encoder, cross] = await Promise.all([
    openMiniLm(folder, threads),
    openCrossEncoder(folder, parameters, threads),
  ]);
  return { encoder: remembering(encoder, REMEMBERED_TEXTS), cross };
}

function readParameters<T>(name: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, "parameters", `${name}.json`), "utf8"));
}
