import { InferenceSession, Tensor } from "onnxruntime-node";

export const WIDTH = 384;

/** Token ids of one input, and where its second segment begins (its length, if there is none). */
export type Input = { ids: number[]; second: number };

/** The last hidden state, `longest` rows of WIDTH numbers for each input. */
type Hidden = { values: Float32Array; longest: number };

/** A MiniLM model in ONNX, from a file or from bytes. */
export function openSession(model: string | Uint8Array, threads: number): Promise<InferenceSession> {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  };
  return typeof model === "string" ? InferenceSession.create(model, options) : InferenceSession.create(model, options);
}

async function runSession(session: InferenceSession, inputs: Input[]): Promise<Hidden> {
  const longest = Math.max(...inputs.map(({ ids }) => ids.length));
  const shape = [inputs.length, longest];
  const [ids, mask, types] = Array.from({ length: 3 }, () => new BigInt64Array(inputs.length * longest));
  if (!ids || !mask || !types) throw new Error("three arrays were made");
  inputs.forEach((input, row) => {
    input.ids.forEach((id, at) => {
      ids[row * longest + at] = BigInt(id);
      mask[row * longest + at] = 1n;
      types[row * longest + at] = at < input.second ? 0n : 1n;
    });
  });
  const out = await session.run({
    input_ids: new Tensor("int64", ids, shape),
    attention_mask: new Tensor("int64", mask, shape),
    token_type_ids: new Tensor("int64", types, shape),
  });
  return { values: out.last_hidden_state?.data as Float32Array, longest };
}

const AT_ONCE = 16;

/** Reads any number of inputs, and makes of each one's hidden state, (ids.length or more, WIDTH), what `pool` does. */
export async function readInputs<T>(
  session: InferenceSession,
  inputs: readonly Input[],
  pool: (hidden: Float32Array, input: Input) => T,
): Promise<T[]> {
  // each is padded to the longest beside it: texts of one length go together
  const byLength = [...inputs.keys()].sort((a, b) => (inputs[a]?.ids.length ?? 0) - (inputs[b]?.ids.length ?? 0));
  const made: T[] = new Array(inputs.length);
  for (let from = 0; from < byLength.length; from += AT_ONCE) {
    const places = byLength.slice(from, from + AT_ONCE);
    const batch = places.map((at) => inputs[at] as Input);
    const { values, longest } = await runSession(session, batch);
    places.forEach((at, row) => {
      made[at] = pool(values.subarray(row * longest * WIDTH, (row + 1) * longest * WIDTH), batch[row] as Input);
    });
  }
  return made;
}
