import { expect, test } from "vitest";
import { countContent, countPytest, countVitest } from "./suites.ts";

test("counts of each runner are read from its closing line", () => {
  expect(countVitest("x\n      Tests  3 failed | 25 passed | 1 skipped (29)\n")).toEqual({
    passed: 25,
    failed: 3,
    skipped: 1,
  });
  expect(countPytest("...\n2 failed, 140 passed, 1 skipped, 1 error in 41.20s\n")).toEqual({
    passed: 140,
    failed: 3,
    skipped: 1,
  });
  const report = '12 of 12\n{"items":12,"failed":[{"id":"a"}],"skipped":[{"id":"b"},{"id":"c"}]}\n';
  expect(countContent(report)).toEqual({ passed: 9, failed: 1, skipped: 2 });
});

test("a runner that printed no closing line counts nothing, so that the caller can call it broken", () => {
  for (const count of [countVitest, countPytest, countContent]) {
    expect(count("Segmentation fault")).toEqual({ passed: 0, failed: 0, skipped: 0 });
  }
});
