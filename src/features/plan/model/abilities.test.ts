import { describe, expect, test } from "vitest";
import { seededRandom, shuffled } from "../../../lib/random.ts";
import { abilitiesAt, expectedScore, type Observation } from "./abilities.ts";
import { get } from "./cholesky.ts";
import { narrowing, readinessFor } from "./readiness.ts";

const SKILLS = [
  { id: "a.one", area: "a" },
  { id: "a.two", area: "a" },
  { id: "b.one", area: "b" },
];
const ONE = new Map([["a.one", 1]]);

function row(over: Partial<Observation>): Observation {
  const still = { standardError: 0.05, hints: 0, revealed: false };
  return { itemId: "item", skills: ["a.one"], difficulty: 3, day: 100, score: 0.5, ...still, ...over };
}

const items = (count: number, over: Partial<Observation>) =>
  Array.from({ length: count }, (_, at) => row({ itemId: `item-${at}`, ...over }));
const believed = (rows: Observation[], skill = 0, day = 100) => {
  const { mean, covariance } = abilitiesAt(SKILLS, rows, day);
  return { mean: mean[skill] ?? Number.NaN, sd: Math.sqrt(get(covariance, skill, skill)) };
};

describe("abilities", () => {
  test("converge to the ability that made the scores, and their error shrinks with the items", () => {
    const truth = 1.2;
    // what is scored on average over items that are harder or easier than their author said
    const { score } = expectedScore(truth, 0, 3);
    const [few, many] = [believed(items(5, { score })), believed(items(200, { score }))];
    expect(many.mean).toBeCloseTo(truth, 1);
    expect(Math.abs(many.mean - truth)).toBeLessThan(Math.abs(few.mean - truth));
    expect(many.sd).toBeLessThan(few.sd / 3);
  });

  test("are the same in whatever order the rows come", () => {
    const random = seededRandom(5);
    const rows = Array.from({ length: 60 }, (_, at) =>
      row({
        itemId: `item-${at % 40}`,
        skills: [SKILLS[at % 3]?.id ?? ""],
        score: random(),
        day: 100 - (at % 30),
        difficulty: 1 + (at % 5),
      }),
    );
    const [one, other] = [abilitiesAt(SKILLS, rows, 100), abilitiesAt(SKILLS, shuffled(rows, random), 100)];
    for (const [at, mean] of one.mean.entries()) expect(other.mean[at]).toBeCloseTo(mean, 6);
  });

  test("begun from where they stood before the last rows came, they end at the same place", () => {
    const random = seededRandom(9);
    const rows = Array.from({ length: 80 }, (_, at) =>
      row({
        itemId: `item-${at % 50}`,
        skills: at % 4 === 0 ? ["b.one", "a.two"] : [SKILLS[at % 3]?.id ?? ""],
        score: random() < 0.2 ? 1 : random(),
        day: 30 + at,
        hints: at % 3,
        exercisesSince: at % 7,
      }),
    );
    for (const { seen, day } of [
      { seen: 79, day: 108 },
      { seen: 40, day: 70 },
      { seen: 0, day: 20 },
    ]) {
      const before = abilitiesAt(SKILLS, rows.slice(0, seen), day);
      const [cold, warm] = [abilitiesAt(SKILLS, rows, 110), abilitiesAt(SKILLS, rows, { day: 110, from: before })];
      for (const [at, mean] of cold.mean.entries()) expect(Math.abs((warm.mean[at] ?? 0) - mean)).toBeLessThan(1e-6);
      for (const [at, each] of cold.covariance.of.entries())
        expect(Math.abs((warm.covariance.of[at] ?? 0) - each)).toBeLessThan(1e-6);
      for (const [item, harder] of cold.harder)
        expect(Math.abs((warm.harder.get(item) ?? 0) - harder)).toBeLessThan(1e-6);
    }
  });

  test("what was practised since is taken to have taught", () => {
    const idle = believed(items(20, { score: 0.6, day: 90 }));
    const busy = believed(items(20, { score: 0.6, day: 90, exercisesSince: 5 }));
    expect(busy.mean).toBeGreaterThan(idle.mean);
    expect(busy.sd).toBeGreaterThan(idle.sd);
  });

  test("a skill never tried is told of by its area more than by another", () => {
    const rows = items(20, { score: 0.95 });
    const [own, sister, other] = [0, 1, 2].map((skill) => believed(rows, skill));
    expect(own?.mean).toBeGreaterThan(sister?.mean ?? 0);
    expect(sister?.mean).toBeGreaterThan(other?.mean ?? 0);
    expect(other?.mean).toBeGreaterThan(0);
    expect(other?.sd).toBeGreaterThan(sister?.sd ?? 9);
  });

  test("ten tries at one item tell less than ten items, and the item is found easier than its author said", () => {
    const tries = Array.from({ length: 10 }, () => row({ score: 0.95 }));
    expect(believed(tries).sd).toBeGreaterThan(believed(items(10, { score: 0.95 })).sd);
    expect(abilitiesAt(SKILLS, tries, 100).harder.get("item")).toBeLessThan(0);
  });

  test("the same score tells more of a hard item, less with hints, and nothing once the solution was seen", () => {
    const of = (over: Partial<Observation>) => believed(items(10, { score: 0.8, ...over })).mean;
    expect(of({ difficulty: 5 })).toBeGreaterThan(of({ difficulty: 1 }));
    expect(of({ hints: 2 })).toBeLessThan(of({}));
    expect(of({ revealed: true })).toBe(0);
    expect(of({ skills: ["gone"] })).toBe(0);
  });

  test("what is old says less, and is taken to have faded; what is yet to come says nothing", () => {
    const rows = items(20, { score: 0.9 });
    const [now, later] = [believed(rows), believed(rows, 0, 190)];
    expect(later.mean).toBeLessThan(now.mean);
    expect(later.sd).toBeGreaterThan(now.sd);
    expect(believed(rows, 0, 99).mean).toBe(0);
  });

  test("scores of nothing and of everything say high or low, not without bound, and little of another area", () => {
    for (const score of [0, 1]) {
      const rows = items(300, { score, standardError: 0 });
      const { mean, sd } = believed(rows);
      expect(Math.abs(mean)).toBeGreaterThan(2);
      expect(Math.abs(mean)).toBeLessThan(7);
      expect(sd).toBeGreaterThan(0);
      const [own, other] = ["a.one", "b.one"].map((id) =>
        readinessFor(abilitiesAt(SKILLS, rows, 100), new Map([[id, 1]])),
      );
      expect(other?.standardError).toBeGreaterThan(2 * (own?.standardError ?? 1));
    }
  });

  test("after years without a row there is not enough evidence, however many there were", () => {
    const rows = items(300, { score: 0.85 });
    expect(readinessFor(abilitiesAt(SKILLS, rows, 110), ONE).enough).toBe(true);
    expect(readinessFor(abilitiesAt(SKILLS, rows, 100 + 3 * 365), ONE).enough).toBe(false);
  });
});

describe("readiness", () => {
  test("without evidence says so; with enough it says what is expected, inside its interval", () => {
    expect(readinessFor(abilitiesAt(SKILLS, [], 100), ONE).enough).toBe(false);
    const { expected, interval, enough } = readinessFor(abilitiesAt(SKILLS, items(60, { score: 0.8 }), 100), ONE);
    expect(enough).toBe(true);
    expect(expected).toBeGreaterThan(0.72);
    expect(expected).toBeLessThan(0.84);
    expect(interval[0]).toBeLessThan(expected);
    expect(interval[1]).toBeGreaterThan(expected);
  });

  test("is narrowed most by items of what it weighs, the shorter of two alike first", () => {
    const offered = [
      { id: "other", skills: ["b.one"], difficulty: 3, minutes: 5 },
      { id: "long", skills: ["a.one"], difficulty: 3, minutes: 60 },
      { id: "short", skills: ["a.one"], difficulty: 3, minutes: 5 },
    ];
    const chosen = narrowing(abilitiesAt(SKILLS, [], 100), ONE, offered, 5);
    expect(chosen.map(({ id }) => id)[0]).toBe("short");
    expect(chosen).toHaveLength(3);
  });
});
