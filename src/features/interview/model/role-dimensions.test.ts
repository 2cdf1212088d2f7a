import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadBank } from "../../../shared/content/bank.ts";
import type { Assessment, RoundDimension } from "../../../shared/rounds/assessment.ts";
import { NAMED, namesFor, panelOf } from "./role-dimensions.ts";
import { scoreRounds } from "./scorecard.ts";

const { roles } = loadBank(join(import.meta.dirname, "../../../../content"));

test("every dimension that a role's loop names is known: built from something measured, or said to be unmeasured", () => {
  const named = roles.flatMap(({ id, loop }) =>
    loop.flatMap(({ kind, dimensions }) => dimensions.map((name) => ({ id, kind, name }))),
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ kind, name }) => NAMED[kind]?.[name] === undefined)).toEqual([]);
});

test("no name is kept that no role has", () => {
  const used = new Set(
    roles.flatMap(({ loop }) => loop.flatMap(({ kind, dimensions }) => dimensions.map((name) => `${kind}: ${name}`))),
  );
  const kept = Object.entries(NAMED).flatMap(([kind, names]) => Object.keys(names).map((name) => `${kind}: ${name}`));
  expect(kept.filter((name) => !used.has(name))).toEqual([]);
});

test("a round has the names of the loop's round of its title, else of the first of its kind, else none", () => {
  const scientist = roles.find(({ id }) => id === "data-scientist") ?? { loop: [] };
  const planned = { kind: "metrics" as const, minutes: 45, breakMinutes: 0 };
  expect(namesFor(scientist, { ...planned, title: "Analytical reasoning" })[0]).toBe("product sense");
  expect(namesFor(scientist, { ...planned, title: "Metrics, once more" })[0]).toBe("statistics");
  expect(namesFor(scientist, { ...planned, kind: "debugging", title: "Debugging" })).toEqual([]);
});

const part = (id: string, score: number | null, more: Partial<RoundDimension> = {}): RoundDimension => ({
  id,
  title: `Title of ${id}`,
  weight: 0.25,
  score,
  se: score === null ? null : 0.1,
  evidence: [{ seq: 3, quote: `words on ${id}`, says: "shows it", good: true }],
  stronger: `More of ${id}.`,
  ...more,
});

describe("the panel of a role", () => {
  const assessed: Assessment = {
    score: 0.8,
    se: 0.05,
    dimensions: [part("coverage", 0.8, { weight: 0.75 }), part("correctness", 1, { weight: 0.1 })],
    measures: [part("assignment", 0.9), part("size", 0.5, { weight: 0.75 }), part("outcome", null)],
    topics: [],
  };
  const panel = panelOf("metrics", ["statistics", "rigour", "iteration", "question", "charisma"], assessed);
  const named = (id: string) => panel.dimensions.find((each) => each.id === id);

  test("speaks of what was measured by the role's names, and says what they are built from", () => {
    expect(panel.dimensions.map(({ title }) => title)).toEqual([
      "Statistics",
      "Rigour",
      "Iteration",
      "Question",
      "Charisma",
    ]);
    expect(named("rigour")).toMatchObject({
      score: 1,
      from: ["Title of correctness"],
      stronger: "More of correctness.",
    });
  });

  test("takes the weighted mean of several measures, the evidence of each, and what the weakest lacked", () => {
    expect(named("statistics")).toMatchObject({
      score: 0.25 * 0.9 + 0.75 * 0.5,
      stronger: "More of size.",
      from: ["Title of assignment", "Title of size"],
    });
    expect(named("statistics")?.evidence.map(({ quote }) => quote)).toEqual(["words on assignment", "words on size"]);
  });

  test("abstains where nothing was asked, nothing was said, or nothing is known by the name", () => {
    expect(named("iteration")).toMatchObject({
      score: null,
      evidence: [],
      stronger: expect.stringMatching(/^Nothing/),
    });
    expect(named("question")).toMatchObject({ score: null, se: null });
    expect(named("charisma")).toMatchObject({ score: null, stronger: expect.stringContaining("by that name") });
  });

  test("keeps what else counts, and never touches the score", () => {
    expect(panel.others.map(({ id }) => id)).toEqual(["coverage"]);
    const planned = { kind: "metrics" as const, title: "Metrics", minutes: 45, breakMinutes: 0 };
    const own = scoreRounds([{ at: 0, planned, assessed, names: [] }], 45);
    const asPanel = scoreRounds([{ at: 0, planned, assessed, names: ["statistics"] }], 45);
    const bare = ({ rounds: [round], ...rest }: typeof own) => ({ ...rest, ...round, dimensions: [], others: [] });
    expect(bare(asPanel)).toEqual(bare(own));
    expect(asPanel.rounds[0]?.dimensions).toHaveLength(1);
    expect(own.rounds[0]?.dimensions.map(({ id }) => id)).toEqual(["coverage", "correctness"]);
  });
});
