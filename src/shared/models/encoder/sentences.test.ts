import { expect, test } from "vitest";
import type { Encoder } from "./encoder.ts";
import { openSentences } from "./sentences.ts";

function counting(): { encoder: Encoder; seen: string[] } {
  const seen: string[] = [];
  const encode: Encoder["encode"] = async (texts) => {
    seen.push(...texts);
    return texts.map((text) => ({ ids: [], tokens: new Float32Array(), sentence: Float32Array.of(text.length) }));
  };
  return { encoder: { width: 1, encode, close: async () => undefined }, seen };
}

test("each text has its vector, in the order asked, and none is encoded twice", async () => {
  const { encoder, seen } = counting();
  const sentences = openSentences(encoder, 10);
  expect(await sentences(["long one", "ab", "long one"])).toEqual([8, 2, 8].map((each) => Float32Array.of(each)));
  expect(await sentences(["ab", "abc"])).toEqual([2, 3].map((each) => Float32Array.of(each)));
  expect(seen).toEqual(["ab", "long one", "abc"]);
});

test("the oldest are forgotten", async () => {
  const { encoder, seen } = counting();
  const sentences = openSentences(encoder, 2);
  for (const text of ["a", "bb", "a", "ccc", "a", "bb"]) await sentences([text]);
  expect(seen).toEqual(["a", "bb", "ccc", "bb"]);
});
