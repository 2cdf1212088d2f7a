import { expect, test } from "vitest";
import { parseDesign } from "../language/parse-design.ts";
import { daysOf, detectionWorld } from "../quality/test-world.ts";
import { erlangC, reviewed, reviewersOf } from "./review-backlog.ts";
import { runDays } from "./run-days.ts";
import { clearedIn } from "./shifts.ts";

const HOUR = 3600;
const world = detectionWorld({
  traffic: {
    rate: 5,
    severities: [
      { share: 0.8, weight: 1 },
      { share: 0.2, weight: 4 },
    ],
  },
});
const designOf = (review: string, ...more: string[]) =>
  parseDesign(
    [
      `gateway -> service -> scorer{review=0.05, block=0.9} -> review{${review}}`,
      "warehouse -> train -> scorer",
      ...more,
    ].join("\n"),
  ).design;
const run = (design: ReturnType<typeof designOf>, faults: object[] = []) =>
  runDays(design, world, daysOf({ lasts: "10d", step: "1h", faults }), { seed: 1 });
const surge = { id: "surge", kind: "reviewer-surge", title: "Three times the cases", at: "3d", lasts: "1d", size: 3 };

test("more reviewers bring the time limit back after a surge", () => {
  const at = (people: number) => run(designOf(`people=${people}, time=90s`), [surge]);
  const [few, enough] = [at(25), at(75)];
  expect(few.reviewInTime).toBeLessThan(0.95);
  expect(enough.reviewInTime).toBeGreaterThan(0.99);
  expect(few.incidents[0]?.recoveredAfter).toBeGreaterThan(0);
  expect(enough.incidents[0]).toMatchObject({ recoveredAfter: 0 });
  expect(few.decisions?.recall).toBeLessThan(enough.decisions?.recall ?? 0);
});

test("a monitor of the review tells of the surge", () => {
  const watched = run(designOf("people=25, time=90s", "review -> monitor{every=1h}"), [surge]);
  expect(watched.incidents[0]).toMatchObject({ detectedBy: "review queue" });
  expect(watched.incidents[0]?.detectedAfter).toBeLessThan(12 * HOUR);
});

test("with the gravest first the grave cases are in time while the others wait", () => {
  const node = (order: string) =>
    designOf(`people=10, time=60s, priority=${order}`).nodes.find(({ type }) => type === "review");
  const inTime = (order: string) => {
    const found = node(order);
    if (!found) throw new Error("a review");
    const backlog = { waiting: [0, 0], most: 0 };
    const rates = [0.2, 0.05]; // 15 cases a minute for 10 people who do one each
    reviewed(backlog, reviewersOf(found), { from: 0, to: 8 * HOUR, rates });
    return reviewed(backlog, reviewersOf(found), { from: 8 * HOUR, to: 9 * HOUR, rates }).inTime;
  };
  expect(inTime("fifo")).toEqual([0, 0]);
  expect(inTime("severity")[0]).toBe(0);
  expect(inTime("severity")[1]).toBeGreaterThan(0.99);
});

test("a backlog is what arrived and was not worked off, and patience empties it", () => {
  const design = designOf("people=10, time=60s");
  const node = design.nodes.find(({ type }) => type === "review");
  if (!node) throw new Error("a review");
  const reviewers = reviewersOf(node);
  const backlog = { waiting: [0], most: 0 };
  const { lost } = reviewed(backlog, reviewers, { from: 0, to: HOUR, rates: [0.3] });
  expect(backlog.waiting[0]).toBeCloseTo((0.3 - 10 / 60) * HOUR, 6);
  expect(lost).toBe(0);
  // fluid of Erlang A: backlog settles where (arrivals - work) = backlog / patience
  const impatient = { ...reviewers, patience: 600 };
  const short = { waiting: [0], most: 0 };
  reviewed(short, impatient, { from: 0, to: 48 * HOUR, rates: [0.3] });
  expect((short.waiting[0] ?? 0) / ((0.3 - 10 / 60) * 600)).toBeCloseTo(1, 0);
});

test("nobody works outside the shifts: cases of the night wait for the morning", () => {
  const night = { shifts: 1, capacity: 1 };
  expect(clearedIn(night, { at: 0, cases: 60, less: 0 })).toBe(60);
  expect(clearedIn(night, { at: 8 * HOUR, cases: 60, less: 0 })).toBe(16 * HOUR + 60);
  expect(clearedIn(night, { at: 7 * HOUR, cases: 3660, less: 0 })).toBe(17 * HOUR + 60);
  expect(clearedIn({ shifts: 3, capacity: 1 }, { at: 0, cases: 1e5, less: 0 })).toBe(1e5);
  const [day, around] = [
    run(designOf("people=90, time=90s, shifts=1")),
    run(designOf("people=30, time=90s, shifts=3")),
  ];
  expect(day.reviewInTime).toBeLessThan(around.reviewInTime ?? 0);
});

test("the chance to wait is Erlang's", () => {
  expect(erlangC(1, 0.5)).toBeCloseTo(0.5, 12);
  expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
  expect(erlangC(10, 8)).toBeCloseTo(0.4092, 4);
  expect(erlangC(5, 6)).toBe(1);
});

test("requests of an attack resemble one another: a monitor of scores sees a large one at its next look", () => {
  const burst = (size: number) => [
    { id: "burst", kind: "adversarial-burst", title: "Cards are tested", at: "3d", lasts: "1d", size },
  ];
  const seen = (size: number) =>
    run(designOf("people=200, time=90s", "scorer -> monitor{every=1h}"), burst(size)).incidents[0]?.detectedAfter;
  expect(seen(5)).toBe(HOUR);
  expect(seen(0.1)).toBeNull();
});

test("an attack gets past the models until rules that count stop it", () => {
  const burst = [
    { id: "burst", kind: "adversarial-burst", title: "Cards are tested", at: "3d", lasts: "1d", size: 10 },
  ];
  const at = (velocity: string) =>
    runDays(
      parseDesign(
        `gateway -> service -> rules{velocity=${velocity}}\nservice -> scorer -> decide{block=0.9}\nservice -> queue -> stream -> features\nservice -> features`,
      ).design,
      world,
      daysOf({ lasts: "10d", step: "1h", faults: burst }),
      { seed: 1 },
    );
  const [blind, counting] = [at("off"), at("on")];
  expect(counting.money.lost).toBeLessThan(blind.money.lost);
  expect(counting.incidents[0]?.blast).toBeLessThan(blind.incidents[0]?.blast ?? 0);
  expect(blind.decisions?.recall).toBeLessThan(counting.decisions?.recall ?? 0);
});
