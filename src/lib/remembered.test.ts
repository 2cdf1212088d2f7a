import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("what was asked for last is not worked out again, what was not asked for longest goes first", () => {
  const worked: string[] = [];
  const lengthOf = remembered(2, (text) => {
    worked.push(text);
    return text.length || undefined;
  });
  const asked = ["", "a", "", "bb", "", "a"];
  expect(asked.map(lengthOf)).toEqual([undefined, 1, undefined, 2, undefined, 1]);
  expect(worked).toEqual(["", "a", "bb", "a"]);
});
