import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession, runSession, WIDTH } from "./bert-session.ts";
import { bytesOf, type CrossParameters, updatedModel } from "./low-rank-update.ts";
import { readTokenizer } from "./minilm.ts";

/** Reads a reference and an answer together. Logits: correct, incorrect, contradictory, and one of the score. */
export type CrossEncoder = {
  compare: (reference: string, answer: string) => Promise<number[]>;
  close: () => Promise<void>;
};

const BEGIN = 101;
const BREAK = 102;
const MOST_REFERENCE = 110;
const MOST_ANSWER = 128;

/** MiniLM with learned updates of low rank; undefined where the model file is not the one they were learned for. */
export async function openCrossEncoder(
  folder: string,
  parameters: CrossParameters,
  threads: number,
): Promise<CrossEncoder | undefined> {
  const model = updatedModel(readFileSync(join(folder, "model.onnx")), parameters);
  if (model === undefined) return undefined;
  const tokenizer = readTokenizer(folder);
  const session = await openSession(model, threads);
  const weights = new Float32Array(bytesOf(parameters.head.weights).buffer);
  const idsOf = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;
  return {
    compare: async (reference, answer) => {
      const first = [BEGIN, ...idsOf(reference).slice(-MOST_REFERENCE), BREAK];
      const ids = [...first, ...idsOf(answer).slice(0, MOST_ANSWER), BREAK];
      const { values } = await runSession(session, [{ ids, second: first.length }]);
      return headOf(values, ids.length, weights, parameters.head.bias);
    },
    close: () => session.release(),
  };
}

/** The first token and the mean of all, through one linear layer. */
function headOf(hidden: Float32Array, tokens: number, weights: Float32Array, bias: number[]): number[] {
  const pooled = new Float32Array(2 * WIDTH);
  pooled.set(hidden.subarray(0, WIDTH));
  for (let at = 0; at < tokens * WIDTH; at++) {
    const column = WIDTH + (at % WIDTH);
    pooled[column] = (pooled[column] ?? 0) + (hidden[at] ?? 0) / tokens;
  }
  return bias.map((start, output) =>
    pooled.reduce((sum, value, at) => sum + value * (weights[output * pooled.length + at] ?? 0), start),
  );
}
