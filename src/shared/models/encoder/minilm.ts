import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import { openSession, readInputs, WIDTH } from "./bert-session.ts";
import type { Encoded, Encoder } from "./encoder.ts";
import { type LowRankParameters, updatedModel } from "./low-rank-update.ts";

const MOST_TOKENS = 256;

/**
 * all-MiniLM-L6-v2 (Reimers and Gurevych, 2019; Wang and others, 2020) in ONNX, on `threads` threads, with a learned
 * difference where one is given. `folder` holds model.onnx and tokenizer.json, as set-up fetched them. Throws where the
 * difference was learned for another model file.
 */
export async function openMiniLm(folder: string, threads: number, learned?: LowRankParameters): Promise<Encoder> {
  const tokenizer = readTokenizer(folder);
  const path = join(folder, "model.onnx");
  const model = learned ? updatedModel(readFileSync(path), learned) : path;
  if (model === undefined) throw new Error(`${path} is not the model that the grader was trained for`);
  const session = await openSession(model, threads);
  return {
    width: WIDTH,
    encode: (texts) => {
      const inputs = texts.map((text) => {
        const ids = tokenizer.encode(text).ids.slice(0, MOST_TOKENS);
        return { ids, second: ids.length };
      });
      return readInputs(session, inputs, (hidden, { ids }) => pooled(ids, hidden));
    },
    close: () => session.release(),
  };
}

export function readTokenizer(folder: string): Tokenizer {
  return new Tokenizer(JSON.parse(readFileSync(join(folder, "tokenizer.json"), "utf8")), {});
}

/** Mean over all tokens, as the model was trained; rows without the special tokens at both ends. */
function pooled(ids: number[], hidden: Float32Array): Encoded {
  const sentence = new Float32Array(WIDTH);
  for (let token = 0; token < ids.length; token++)
    for (let at = 0; at < WIDTH; at++) sentence[at] = (sentence[at] ?? 0) + (hidden[token * WIDTH + at] ?? 0);
  const tokens = hidden.slice(WIDTH, Math.max(1, ids.length - 1) * WIDTH);
  for (let start = 0; start < tokens.length; start += WIDTH) toUnit(tokens.subarray(start, start + WIDTH));
  return { ids: ids.slice(1, -1), tokens, sentence: toUnit(sentence) };
}

function toUnit(row: Float32Array): Float32Array {
  let squares = 0;
  for (const value of row) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) / length;
  return row;
}
