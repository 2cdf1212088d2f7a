import { describe, expect, test } from "vitest";
import { passed, verdict } from "../run/verdict-fixture.ts";
import { failingLines, firstMend } from "./first-mend.ts";
import { headline, measures, spoken } from "./verdict-words.ts";

const failed = passed("stays_finite", {
  status: "failed",
  why: "production logits reach it",
  trace: [
    { line: 12, function: "main", code: "f(z)" },
    { line: 4, function: "f", code: "np.log(p)" },
  ],
});
const wrong = verdict({ verdict: "wrong-answer", tests: [passed("example"), failed] });

describe("did it pass", () => {
  test("says how many of how many", () => expect(headline(wrong, "submit")).toBe("1 of 2 tests"));
  test("says all when all passed, and which when only the visible ran", () => {
    expect(headline(verdict({ tests: [passed("a"), passed("b")] }), "run")).toBe("All 2 visible tests");
  });
  test("does not blame the candidate for a fault of the judge", () => {
    expect(headline(verdict({ verdict: "internal-error", tests: [] }), "submit")).toBe(
      "The judge failed, not your code",
    );
  });
  test("gives the measures in one line", () => {
    expect(measures(verdict({ wallMs: 8.44, peakMemoryMb: 31.2 }))).toBe("8.4 ms · 31 MB · numpy · sandbox full");
    expect(measures(verdict({ wallMs: 2104 }))).toContain("2.1 s");
  });
  test("is said with its reason", () => {
    expect(spoken(wrong, "submit")).toBe("1 of 2 tests. wrong answer. production logits reach it");
  });
});

describe("the one thing to mend", () => {
  test("is the belief behind it where it was recognised", () => {
    const misconception = { id: "exp", belief: "exp of raw logits is fine", text: "It overflows." };
    expect(firstMend({ ...wrong, misconception, message: "x" })).toMatchObject({
      kind: "misconception",
      text: "It overflows.",
    });
  });
  test("else what stopped the whole run, with its line", () => {
    const stopped = verdict({ verdict: "runtime-error", message: "SyntaxError on line 7: expected ':'" });
    expect(firstMend(stopped)).toEqual({ kind: "message", text: "SyntaxError on line 7: expected ':'", line: 7 });
  });
  test("else the first test that failed", () => expect(firstMend(wrong)).toEqual({ kind: "test", test: failed }));
  test("is nothing once all is well", () => expect(firstMend(verdict())).toBeUndefined());
});

test("the lines marked in the editor are the innermost of each failure", () => {
  expect(failingLines(wrong)).toEqual([4]);
  expect(failingLines(verdict({ verdict: "forbidden", message: "Line 3 uses scipy." }))).toEqual([3]);
});
