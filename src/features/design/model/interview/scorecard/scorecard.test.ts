import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../../../../../tests/support/tiny-bank.ts";
import { REFERENCE, writeTinyCase } from "../../../../../../tests/support/tiny-case.ts";
import { tinyReport } from "../../../../../../tests/support/tiny-report.ts";
import { type DesignCase, readCaseFolder } from "../../../case-folder.ts";
import type { GradedText } from "../../../schema.ts";
import { faultsOf } from "../../check/faults-of.ts";
import { parseDesign } from "../../language/parse-design.ts";
import { checkEstimate } from "../check-estimate.ts";
import { type Shown, scorecardOf } from "./scorecard.ts";

let folder: ReturnType<typeof temporaryFolder>;
let found: DesignCase;
beforeAll(() => {
  folder = temporaryFolder();
  writeTinyCase(folder.path);
  const read = readCaseFolder(join(folder.path, "designs", "tiny-rows"));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  found = read.value;
});
afterAll(() => folder[Symbol.dispose]());

const NOTHING: Shown = {
  asked: new Set(),
  checked: [],
  texts: [],
  silent: [],
  reports: [],
  design: { nodes: [], edges: [] },
  faults: [],
};
const drawn = (text: string) => ({ design: parseDesign(text).design, faults: faultsOf(text, found.world) });
const cardOf = (shown: Partial<Shown>) => scorecardOf({ ...NOTHING, ...shown }, found);
const dimension = (shown: Partial<Shown>, id: string) => cardOf(shown).dimensions.find((each) => each.id === id);
const answer = (more: Partial<GradedText>): GradedText => ({
  id: "metrics",
  dimension: "formulation",
  ask: "Why?",
  text: "Because.",
  score: 0.5,
  se: 0.05,
  abstained: false,
  flags: [],
  criteria: [
    { id: "a", points: 2, probability: 0.9, metWhen: "says a", say: [], span: { start: 0, end: 8, text: "Because." } },
    { id: "b", points: 1, probability: 0.1, metWhen: "says b", say: [], span: null },
  ],
  misconceptions: [],
  reference: "",
  ...more,
});

test("an answer gives its own words as evidence, and what it lacks as the mend", () => {
  expect(dimension({ texts: [answer({})] }, "formulation")).toMatchObject({
    score: 0.5,
    evidence: [
      { kind: "question", text: "Not said: says b", good: false },
      { kind: "quote", text: "Because.", good: true },
    ],
    next: "A strong answer says b.",
  });
});

test("an answer that the grader is not sure of makes its dimension less sure", () => {
  const sure = dimension({ texts: [answer({})] }, "formulation");
  const unsure = dimension({ texts: [answer({ abstained: true })] }, "formulation");
  expect(unsure?.se).toBeGreaterThan(sure?.se ?? 1);
});

test("what was not seen is left out, and makes the whole less sure", () => {
  const one = cardOf({ texts: [answer({ score: 1 })] });
  expect(one.dimensions.filter(({ score }) => score !== null).map(({ id }) => id)).toEqual(["scoping", "formulation"]);
  const more = cardOf({ texts: [answer({ score: 1 })], reports: [tinyReport()], ...drawn(REFERENCE) });
  expect(more.se).toBeLessThan(one.se);
});

test("essential questions count for scoping, and those not asked are told with their answers", () => {
  expect(dimension({ asked: new Set(["load", "budget"]) }, "scoping")).toMatchObject({ score: 0.5 });
  expect(cardOf({ asked: new Set(["load"]) }).missedFacts).toEqual([
    { about: "Latency target", answer: "100 milliseconds at the 99th percentile." },
  ]);
});

test("an estimate off by less than the square of its tolerance is worth a part", () => {
  const checked = (typed: string) => {
    const quantity = found.estimates[0];
    if (!quantity) throw new Error("there is an estimate");
    return [{ ...checkEstimate(quantity, typed), shown: null }];
  };
  const scores = ["8.6M", "30M", "900M", ""].map(
    (typed) => dimension({ checked: checked(typed) }, "estimation")?.score,
  );
  expect(scores).toEqual([1, 0.4, 0, 0]);
});

test("the last run counts for the dimensions of its objectives, and the change since the first for communication", () => {
  const reports = [tinyReport({ missed: ["fast", "there"] }), tinyReport({ missed: ["fast"] })];
  const card = cardOf({ reports });
  const score = (id: string) => card.dimensions.find((each) => each.id === id)?.score;
  expect(score("failure")).toBe(1);
  expect(score("serving")).toBeCloseTo(0.2, 5);
  expect(score("modelling")).toBeCloseTo(0.6, 5);
  expect(score("communication")).toBeGreaterThan(0.8);
  expect(card.improvement).toMatchObject({
    said: "Met since the first run: Answered when a machine goes; still missed: p99 on a normal day.",
  });
  expect(cardOf({ reports: [tinyReport()] }).improvement).toBeNull();
});

test("a drawing shows its single points of failure, calls without an end, and what watches over a model", () => {
  const naive = "gateway -> app:service{cpu=4 x1} -> ranker{gpu=L4 x1}\n";
  expect(dimension(drawn(naive), "architecture")?.evidence[0]?.text).toMatch(/`app` has one replica/);
  expect(dimension(drawn(naive), "failure")?.evidence.map(({ text }) => text)).toEqual([
    "Calls without a timeout: `ranker`.",
    "Nothing stands in when a call fails.",
  ]);
  expect(dimension(drawn(naive), "rollout")).toMatchObject({ score: 0 });
  const careful = `${REFERENCE}monitor -> ranker\nregistry -> canary -> ranker\n`;
  expect(dimension(drawn(careful), "rollout")).toMatchObject({ score: 1, next: null });
  expect(dimension(drawn(careful), "failure")).toMatchObject({ score: 1 });
});

test("the one thing worth most is that of the dimension that lost most", () => {
  const card = cardOf({ asked: new Set(["load", "latency"]), texts: [answer({ score: 0.1 })] });
  expect(card.mend).toBe("A strong answer says b.");
});
