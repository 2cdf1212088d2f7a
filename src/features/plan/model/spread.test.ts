import { expect, test } from "vitest";
import { seededRandom } from "../../../lib/random.ts";
import { abilitiesAt, type Observation } from "./abilities.ts";
import { readinessFor } from "./readiness.ts";

const SKILLS = [{ id: "a.one", area: "a" }];

/** Answers of somebody of one ability to 80 items, of so many points each. */
function answered(points: number): Observation[] {
  const random = seededRandom(points);
  return Array.from({ length: 80 }, (_, at) => {
    const met = Array.from({ length: points }, () => (random() < 0.6 ? 1 : 0)).reduce<number>(
      (sum, each) => sum + each,
      0,
    );
    const still = {
      skills: ["a.one"],
      difficulty: 3,
      day: 90 + at / 8,
      standardError: 0.02,
      hints: 0,
      revealed: false,
    };
    return { itemId: `item-${at}`, score: met / points, ...still };
  });
}

const known = (points: number) => {
  const abilities = abilitiesAt(SKILLS, answered(points), 100);
  return { spread: abilities.spread, ...readinessFor(abilities, new Map([["a.one", 1]])) };
};

test("scores of few points vary more than those of many, which is found, and makes an interval wider", () => {
  const [one, five, twenty] = [known(1), known(5), known(20)];
  expect(one.spread).toBeGreaterThan(0.6);
  expect(five.spread).toBeGreaterThan(0.1);
  expect(five.spread).toBeLessThan(0.4);
  expect(one.standardError).toBeGreaterThan(five.standardError);
  expect(five.standardError).toBeGreaterThan(twenty.standardError);
});

test("a few rows say little of it", () => {
  const { spread } = abilitiesAt(SKILLS, answered(1).slice(0, 3), 100);
  expect(Math.abs(spread - abilitiesAt(SKILLS, [], 100).spread)).toBeLessThan(0.15);
});
