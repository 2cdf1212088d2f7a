import { expect, test } from "vitest";
import { figure } from "./words.ts";

test.each([
  [0.0462, "s", "46.2 ms"],
  [1.5, "s", "1.5 s"],
  [300, "s", "5 min"],
  [10_800, "s", "3 h"],
  [864_000, "s", "10 days"],
  [0.9995, "share", "99.95 %"],
  [0.0012, "share", "0.12 %"],
  [0.42, "share", "42 %"],
  [59_999.6, "USD/month", "$60,000 a month"],
  [1_234_567, "USD", "$1,234,567"],
  [4998.7, "/s", "4,999 a second"],
  [3, "count", "3"],
  [0.123456, "count", "0.123"],
] as const)("%d in %s is %j", (value, unit, words) => {
  expect(figure(value, unit)).toBe(words);
});
