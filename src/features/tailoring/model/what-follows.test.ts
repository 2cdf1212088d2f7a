import { expect, test } from "vitest";
import { cvChecklist } from "./cv-checklist.ts";
import { gapsOf } from "./gaps.ts";
import { questionsToExpect, storiesToLead } from "./lead-with.ts";
import { likelyRounds } from "./likely-rounds.ts";
import { blended, nearestRole } from "./weights.ts";

const LOOP = [
  { round: "coding", kind: "coding", minutes: 45 },
  { round: "ML system design", kind: "design", minutes: 60 },
  { round: "behavioral", kind: "behavioral", minutes: 45 },
] as const;

test("weights sum to one, what is said weighs most, and what is usual is not forgotten", () => {
  const usual = new Map([
    ["coding.graphs", 0.5],
    ["data.sql", 0.5],
  ]);
  const weights = blended([{ skill: "data.sql", strength: 0.4 }], usual);
  expect([...weights.values()].reduce((sum, each) => sum + each, 0)).toBeCloseTo(1);
  expect(weights.get("data.sql")).toBeGreaterThan(weights.get("coding.graphs") ?? 1);
  expect(weights.get("coding.graphs")).toBeGreaterThan(0);
  expect(blended([], usual)).toEqual(usual);
});

test("where no role is named the nearest is taken", () => {
  const usual = new Map([
    ["mle", new Map([["mlops.drift", 1]])],
    ["data-scientist", new Map([["data.sql", 1]])],
  ] as const);
  expect(nearestRole([{ skill: "data.leakage", strength: 1 }], usual)).toBe("data-scientist");
});

test("a gap is weight times what is missing; ready is none, and nothing tried is not known", () => {
  const weights = new Map([
    ["a", 0.4],
    ["b", 0.3],
    ["c", 0.2],
    ["d", 0.1],
  ]);
  const standing = (expected: number, half: number) => ({
    rows: 5,
    expected,
    interval: [expected - half, expected + half] as const,
    from: "holdout" as const,
  });
  const standings = new Map([
    ["a", standing(0.9, 0.1)],
    ["b", standing(0.3, 0.1)],
    ["c", standing(0.65, 0.2)],
  ]);
  const gaps = gapsOf(weights, standings, new Set(weights.keys()));
  expect(gaps.map(({ skill, state }) => [skill, state])).toEqual([
    ["b", "below"],
    ["d", "unknown"],
    ["c", "unsure"],
  ]);
  expect(gaps[0]?.gap).toBeCloseTo(0.12);
});

test("rounds come from the role, change with the level, and follow what the posting says", () => {
  const asked = { loop: LOOP, roleTitle: "ML Engineer", level: null, text: "", strengths: new Map() };
  const names = (more: Partial<Parameters<typeof likelyRounds>[0]>) =>
    likelyRounds({ ...asked, ...more }).map(({ round }) => round);
  expect(names({})).toEqual(["coding", "ML system design", "behavioral"]);
  expect(names({ level: "junior" })).toEqual(["coding", "behavioral"]);
  expect(names({ level: "manager" })).toContain("people leadership");
  expect(names({ text: "No leetcode. A paid take-home, then a presentation of your past work." })).toEqual([
    "take-home",
    "presentation of your work",
    "ML system design",
    "behavioral",
  ]);
  expect(names({ strengths: new Map([["data.sql", 0.9]]) })).toContain("SQL and data");
  // what it says is the usual round by another name, and is told once
  expect(names({ text: "A coding interview and an ML system design interview." })).toEqual([
    "live coding",
    "system design",
    "behavioral",
  ]);
  const talk = { round: "research talk", kind: "deep-dive", minutes: 60 } as const;
  const paper = { round: "paper deep dive", kind: "paper", minutes: 60 } as const;
  expect(names({ loop: [paper, talk], text: "It includes a research talk." })).toEqual([
    "presentation of your work",
    "paper deep dive",
  ]);
  const sql = { round: "SQL and data", kind: "coding", minutes: 45 } as const;
  expect(names({ loop: [...LOOP, sql], text: "No leetcode." })).toEqual([
    "ML system design",
    "behavioral",
    "SQL and data",
  ]);
  // of any shape, a text comes to an end
  expect(names({ text: "include".repeat(40_000) })).toEqual(names({}));
});

test("a CV has the posting's words, or others for it, or none", () => {
  const skill = (id: string, text: string) => ({
    skill: id,
    strength: 1,
    mentions: [{ start: 0, end: text.length, text, section: "requirements" as const, weight: 1 }],
  });
  const cv = { text: "Built A/B tests and gradient-boosted models.", named: new Map([["b", "gradient-boosted"]]) };
  const checks = cvChecklist([skill("a", "A/B test"), skill("b", "XGBoost"), skill("c", "Kafka")], cv);
  expect(checks.map(({ state, found }) => [state, found])).toEqual([
    ["said", "A/B test"],
    ["other-words", "gradient-boosted"],
    ["missing", null],
  ]);
});

test("questions are those that weigh most, two of a skill; stories are those that carry what is asked", () => {
  const item = (title: string, skill: string) => ({
    title,
    kind: "explain",
    to: `/${title}`,
    skills: [skill],
    difficulty: 3,
  });
  const items = [item("1", "a"), item("2", "a"), item("3", "a"), item("4", "b"), item("5", "z")];
  const weights = new Map([
    ["a", 0.2],
    ["b", 0.5],
    ["z", 0.3],
  ]);
  expect(questionsToExpect(weights, new Set(["a", "b"]), items).map(({ title }) => title)).toEqual(["4", "1", "2"]);
  const [first, second] = storiesToLead(
    [{ skill: "behavioral.mentoring", phrases: ["mentor"] }],
    [
      { id: "s1", title: "One", levels: { mentoring: 2 } },
      { id: "s2", title: "Two", levels: { mentoring: 4 } },
    ],
  );
  expect(first).toMatchObject({ competency: "mentoring", stories: [{ id: "s2" }, { id: "s1" }] });
  expect(second).toMatchObject({ phrases: [], stories: [] });
});
