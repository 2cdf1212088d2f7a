import { expect, test } from "vitest";
import { deliveryOf } from "./delivery.ts";

const text = "Because the gradient vanishes in the early layers.";

test("dictated words come with their seconds and their pauses", () => {
  expect(deliveryOf(text, { seconds: 6, heardAtMs: [0, 500, 3_000, 3_400] })).toEqual({ seconds: 6, pauses: [2.5] });
});

test("typed words have no delivery, nor have those that were mostly typed", () => {
  expect(deliveryOf(text, { seconds: 0, heardAtMs: [] })).toBeNull();
  expect(deliveryOf(text, { seconds: 1.2, heardAtMs: [0] })).toBeNull();
});
