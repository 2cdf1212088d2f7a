import fc from "fast-check";
import { expect, test } from "vitest";
import type { Criterion, Question } from "../schema.ts";
import { blankCompany } from "./criteria.ts";
import { nextToAsk, totalOf, warningsOf } from "./scorecard.ts";

const criterion = (id: string, more: Partial<Criterion>): Criterion => ({
  id,
  name: null,
  weight: 3,
  score: null,
  evidence: [],
  ...more,
});
const heard = (by: string) => ({ said: "Two weeks to a first change.", by, on: null });

test("nothing known is anything from 1 to 5; all known is a number", () => {
  expect(totalOf(blankCompany("Acme").criteria)).toEqual({ low: 1, high: 5, known: 0 });
  const known = [criterion("team", { score: 5, weight: 1 }), criterion("data", { score: 2, weight: 2 })];
  expect(totalOf(known)).toEqual({ low: 3, high: 3, known: 1 });
  expect(totalOf([criterion("team", { weight: 0 })])).toBeUndefined();
});

test("finding something out never moves the total out of the range that was told", () => {
  const score = fc.option(fc.integer({ min: 1, max: 5 }));
  const some = fc.array(fc.record({ score, weight: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 5 }), (given, found) => {
      const before = given.map((each, at) => criterion(`c${at}`, each));
      const after = before.map((each) => ({ ...each, score: each.score ?? found }));
      const [range, total] = [totalOf(before), totalOf(after)];
      expect(total?.low).toBe(total?.high);
      expect(total?.low).toBeGreaterThanOrEqual((range?.low ?? Number.NaN) - 1e-9);
      expect(total?.high).toBeLessThanOrEqual((range?.high ?? Number.NaN) + 1e-9);
    }),
  );
});

test("signs, low scores that matter, and scores without a second voice are warned of", () => {
  const flags = [{ said: "Nobody remembers a disagreement.", by: "Ada", on: null, criterion: "team" }];
  const criteria = [
    criterion("team", { score: 4, weight: 5, evidence: [heard("Ada"), heard("ada")] }),
    criterion("data", { score: 1, weight: 5, evidence: [heard("Ada"), heard("Grace")] }),
    criterion("pay", { score: 3 }),
    criterion("safety", { score: 4, weight: 5, evidence: [heard("Ada"), heard("Grace")] }),
  ];
  expect(warningsOf({ criteria, flags }).map((warning) => warning.criterion)).toEqual(["team", "team", "data", "pay"]);
});

test("the heaviest unknown is asked about first, with a question that is on no short list", () => {
  const question = (id: string, theme: string): Question => ({
    id,
    theme,
    text: `${id}?`,
    interviewers: [],
    rounds: [],
    why: "",
    good: "",
    warning: "",
    follow_up: "",
    not_when: "",
  });
  const criteria = [
    criterion("data", {}),
    criterion("safety", { weight: 5 }),
    criterion("pay", { score: 3 }),
    criterion("own-1", { name: "Food", weight: 1 }),
    criterion("growth", { weight: 0 }),
  ];
  const meetings = [{ interviewer: "peer", round: "coding", questions: ["s1"] }];
  const asks = nextToAsk({ criteria, meetings }, [
    question("d1", "data"),
    question("s1", "safety"),
    question("s2", "safety"),
  ]);
  expect(asks.map(({ criterion: { id }, question: asked }) => [id, asked?.id])).toEqual([
    ["safety", "s2"],
    ["data", "d1"],
    ["own-1", undefined],
  ]);
});
