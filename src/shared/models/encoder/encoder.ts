/** A text as an encoder sees it: one row of `width` numbers for each of its tokens, and their mean, of length 1. */
export type Encoded = {
  /** Token ids without the special ones at both ends. */
  ids: number[];
  /** (ids.length, width), each row of length 1. */
  tokens: Float32Array;
  /** (width,), of length 1; zeros for a text without tokens. */
  sentence: Float32Array;
};

export type Encoder = {
  width: number;
  encode: (texts: string[]) => Promise<Encoded[]>;
  close: () => Promise<void>;
};

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
