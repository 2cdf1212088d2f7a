import { expect, test } from "vitest";
import { statedNumbers, statementOf } from "./stated-numbers.ts";

const values = (text: string) => statedNumbers(text).map((each) => each.values);

test.each([
  ["about 83 % of them", [[83, 0.83]]],
  ["eighty-three percent of them", [[83, 0.83]]],
  ["12,000 rows and .85 of them", [[12_000], [0.85]]],
  ["1.5 billion tokens, or 1.5e9", [[1.5e9], [1.5e9]]],
  ["6 x 10^21 operations", [[6e21]]],
  ["two point seven tokens", [[2.7]]],
  ["a hundred and twenty thousand users", [[120_000]]],
  ["three languages, not none", [[3]]],
  ["someone often weighs it", []],
])("figures are read typed and dictated: %s", (text, expected) => {
  const read = values(text);
  expect(read).toHaveLength(expected.length);
  read.forEach((each, at) => {
    each.forEach((value, which) => {
      expect(value).toBeCloseTo(expected[at]?.[which] ?? Number.NaN);
    });
  });
});

test("a value is stated within its tolerance, in its unit or another one, and nowhere else", () => {
  const stated = (text: string, value: number, unit?: string) =>
    statementOf(statedNumbers(text), { value, within: 0.02, unit })?.text;
  expect(stated("precision comes to 0.831", 0.83)).toBe("0.831");
  expect(stated("precision comes to 0.86", 0.83)).toBeUndefined();
  expect(stated("so 41,000 MB in all", 41, "GB")).toBe("41,000 MB");
  expect(stated("so 41 gigabytes in all", 41, "GB")).toBe("41 gigabytes");
  expect(stated("so 41 MB in all", 41, "GB")).toBeUndefined();
  expect(stated("eighty-three percent", 0.83)).toBe("eighty-three");
});
