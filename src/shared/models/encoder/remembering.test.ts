import { expect, test } from "vitest";
import type { Encoder } from "./encoder.ts";
import { remembering } from "./remembering.ts";

test("a text is encoded once, in its place, and the one not asked for longest is forgotten", async () => {
  const asked: string[][] = [];
  const encoder: Encoder = {
    width: 1,
    encode: async (texts) => {
      asked.push(texts);
      return texts.map((text) => ({
        ids: [text.length],
        tokens: new Float32Array([1]),
        sentence: new Float32Array([1]),
      }));
    },
    close: async () => {},
  };
  const kept = remembering(encoder, 2);
  expect((await kept.encode(["a", "bb", "a"])).map(({ ids }) => ids)).toEqual([[1], [2], [1]]);
  await kept.encode(["a", "ccc"]);
  await kept.encode(["a", "bb"]);
  expect(asked).toEqual([["a", "bb"], ["ccc"], ["bb"]]);
});
