import { expect, test } from "vitest";
import { textHash } from "./text-hash.ts";

test("the same text has the same hash, others have others", () => {
  const hashes = Array.from({ length: 2000 }, (_, at) => textHash(`finding ${at}`));
  expect(new Set(hashes).size).toBe(2000);
  expect(textHash("finding 7")).toBe(hashes[7]);
  expect(textHash("")).toMatch(/^[0-9a-z]+$/);
});
