import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession, readInputs, WIDTH } from "./bert-session.ts";
import { bytesOf, type CrossParameters, updatedModel } from "./low-rank-update.ts";
import { readTokenizer } from "./minilm.ts";

/** Reads two texts together, a reference and what is compared with it. What its logits mean is up to the training. */
export type CrossEncoder = {
  compare: (pairs: readonly (readonly [reference: string, text: string])[]) => Promise<number[][]>;
  close: () => Promise<void>;
};

/** The longest texts that were seen in training, in tokens; of a reference the end is kept, of the other text the beginning. */
export type Longest = { reference: number; text: number };

const BEGIN = 101;
const BREAK = 102;

/** MiniLM with learned updates of low rank; undefined where the model file is not the one they were learned for. */
export async function openCrossEncoder(
  folder: string,
  parameters: CrossParameters,
  { threads, longest }: { threads: number; longest: Longest },
): Promise<CrossEncoder | undefined> {
  const model = updatedModel(readFileSync(join(folder, "model.onnx")), parameters);
  if (model === undefined) return undefined;
  const tokenizer = readTokenizer(folder);
  const session = await openSession(model, threads);
  const weights = new Float32Array(bytesOf(parameters.head.weights).buffer);
  const idsOf = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;
  return {
    compare: (pairs) => {
      const inputs = pairs.map(([reference, text]) => {
        const first = [BEGIN, ...idsOf(reference).slice(-longest.reference), BREAK];
        return { ids: [...first, ...idsOf(text).slice(0, longest.text), BREAK], second: first.length };
      });
      return readInputs(session, inputs, (hidden, { ids }) =>
        headOf(hidden, ids.length, weights, parameters.head.bias),
      );
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
