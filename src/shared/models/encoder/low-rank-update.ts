import { createHash } from "node:crypto";

/** What bench/grader/low_rank.py writes: numbers to put into the eight-bit model, and where they belong. */
export type LowRankParameters = {
  /** SHA-256 of the model file that the places belong to. */
  base: string;
  gain: number;
  rank: number;
  matrices: {
    weightAt: number;
    scaleAt: number;
    inputs: number;
    outputs: number;
    down: EightBit;
    up: EightBit;
  }[];
  vectors: { name: string; at: number; values: string }[];
};

/** The same, and the linear layer at the end of a cross-encoder. */
export type CrossParameters = LowRankParameters & { head: { weights: string; bias: number[] } };

type EightBit = { values: string; scale: number[] };

/** The model file with a learned difference in it; undefined where the file is another one. */
export function updatedModel(file: Uint8Array, parameters: LowRankParameters): Uint8Array | undefined {
  if (createHash("sha256").update(file).digest("hex") !== parameters.base) return undefined;
  const model = new Uint8Array(file);
  const view = new DataView(model.buffer);
  for (const { at, values } of parameters.vectors)
    halves(values).forEach((value, index) => {
      view.setFloat32(at + 4 * index, value, true);
    });
  for (const matrix of parameters.matrices) updateMatrix(model, view, matrix, parameters);
  return model;
}

/** Weight (inputs, outputs) plus gain * down' up, rounded to bytes again with a new scale for each output. */
function updateMatrix(
  model: Uint8Array,
  view: DataView,
  { weightAt, scaleAt, inputs, outputs, down, up }: LowRankParameters["matrices"][number],
  { gain, rank }: LowRankParameters,
): void {
  const stored = new Int8Array(model.buffer, weightAt, inputs * outputs);
  const weights = new Float32Array(inputs * outputs);
  const tops = new Float32Array(outputs);
  const scales = Float32Array.from({ length: outputs }, (_, output) => view.getFloat32(scaleAt + 4 * output, true));
  const downRows = floats(down, inputs, gain);
  const upRows = floats(up, outputs, 1);
  for (let input = 0; input < inputs; input++) {
    const row = weights.subarray(input * outputs, (input + 1) * outputs);
    for (let output = 0; output < outputs; output++)
      row[output] = (stored[input * outputs + output] ?? 0) * (scales[output] ?? 0);
    for (let r = 0; r < rank; r++) {
      const factor = downRows[r * inputs + input] ?? 0;
      for (let output = 0; output < outputs; output++)
        row[output] = (row[output] ?? 0) + factor * (upRows[r * outputs + output] ?? 0);
    }
    for (let output = 0; output < outputs; output++)
      tops[output] = Math.max(tops[output] ?? 0, Math.abs(row[output] ?? 0));
  }
  const steps = tops.map((top) => top / 127 || 1);
  steps.forEach((step, output) => {
    view.setFloat32(scaleAt + 4 * output, step, true);
  });
  for (let at = 0, output = 0; at < weights.length; at++) {
    stored[at] = Math.round((weights[at] ?? 0) / (steps[output] ?? 1));
    output = output + 1 === outputs ? 0 : output + 1;
  }
}

function floats({ values, scale }: EightBit, width: number, gain: number): Float32Array {
  const bytes = new Int8Array(bytesOf(values).buffer);
  return Float32Array.from(bytes, (value, at) => value * (scale[Math.floor(at / width)] ?? 0) * gain);
}

function halves(text: string): Float32Array {
  const view = new DataView(bytesOf(text).buffer);
  return Float32Array.from({ length: view.byteLength / 2 }, (_, at) => fromHalf(view.getUint16(2 * at, true)));
}

function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * 2 ** (exponent - 25) * (1024 + fraction);
}

/** A copy with a buffer of its own: what Buffer gives may lie anywhere in a shared one. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "base64"));
}
