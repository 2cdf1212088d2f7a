import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holdout } from "../support/cli.ts";
import { temporaryFolder, writeFiles } from "../support/tiny-bank.ts";

const WORLD = `
task: ranking
traffic: { rate: 50 }
signal:
  sizes: { small: 1, medium: 1, large: 1 }
  drift: { perDay: 0 }
  fallbacks: { default: 1, popular: 1, stale: 1, partial: 1 }
labels: { delay: 0 }
money: {}
slo: { latency: 500ms, availability: 0.99 }
scenarios:
  - { id: steady, title: A steady hour, lasts: 200s, warmUp: 20s }
  - id: lost
    title: Half of it is lost
    lasts: 60s
    faults: [{ id: rack, kind: node-loss, title: A rack is lost, at: 20s, lasts: 10s, size: 0.5 }]
objectives:
  - { id: median, title: Median, scenario: steady, metric: p50, atMost: 0.1 }
  - { id: tail, title: Tail, scenario: steady, metric: p99, atMost: 0.2 }
  - { id: answered, title: Answered, scenario: lost, metric: availability, atLeast: 0.95 }
`;

let folder: ReturnType<typeof temporaryFolder>;
const at = (name: string) => join(folder.path, name);
const run = (design: string, ...flags: string[]) => {
  writeFileSync(at("mine.design"), design);
  return holdout(["design", "run", at("mine.design"), "--case", at("case"), ...flags], { HOLDOUT_HOME: at("home") });
};
beforeAll(() => {
  folder = temporaryFolder();
  writeFiles(folder.path, { "case/world.yaml": WORLD });
});
afterAll(() => folder[Symbol.dispose]());

const ONE_QUEUE = "app:service{cpu=1 x1, time=exp(10ms)}";

test("a run says as data what it met, and the same seed says the same", () => {
  const first = run(ONE_QUEUE, "--scenario", "steady", "--seed", "7", "--json");
  expect(first).toMatchObject({ code: 0, err: "" });
  const { eventsPerSecond, ...told } = JSON.parse(first.out);
  expect(eventsPerSecond).toBeGreaterThan(0);
  expect(told).toMatchObject({
    seed: 7,
    objectives: [
      { id: "median", target: { atMost: 0.1 }, met: true, unit: "s" },
      { id: "tail", met: true },
    ],
    incidents: [],
  });
  // M/M/1 at half load: 20 ms on average
  expect(told.percentiles.mean).toBeCloseTo(0.02, 2);
  expect(told.cost.dollarsPerMonth).toBeGreaterThan(0);
  const { eventsPerSecond: _, ...again } = JSON.parse(
    run(ONE_QUEUE, "--scenario", "steady", "--seed", "7", "--json").out,
  );
  expect(again).toEqual(told);
});

test("a missed objective exits with 1 and is told with its value and target", () => {
  const slow = run("app:service{cpu=1 x1, time=exp(19ms)}");
  expect(slow.code).toBe(1);
  expect(slow.out).toMatch(/✕ Tail \(steady\): .* at most 200 ms/);
  expect(slow.out).toContain("A rack is lost:");
});

test("several runs give means with their intervals", () => {
  const { code, out } = run(ONE_QUEUE, "--scenario", "steady", "--runs", "5", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out).objectives[0]).toMatchObject({ id: "median", met: 5, of: 5, estimate: { count: 5 } });
});

test.each([
  ["gateway -> ap(p", /mine\.design:1:\d+ error: /],
  ["gatway -> app", /did you mean `gateway`/],
  ["gateway -> app:service -> again:service -> app", /Calls go in a circle/],
  ["gateway -> app{cpu=0}", /mine\.design:1:\d+ error: .*cpu/],
])("a design with a fault is refused at its place: %s", (design, message) => {
  const refused = run(design);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(message);
  const data = JSON.parse(run(design, "--json").out);
  expect(data.errors[0]).toMatchObject({ severity: "error", at: { line: 1 } });
});

test("wrong usage says what to write", () => {
  expect(run(ONE_QUEUE, "--scenario", "stead")).toMatchObject({ code: 2, err: expect.stringContaining('"steady"') });
  expect(run(ONE_QUEUE, "--seed", "x").err).toContain("--seed takes a whole number");
  const unknown = holdout(["design", "run", at("mine.design"), "--case", "no-such-case"]);
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining("There is no case") });
  expect(holdout(["design", "run", at("none.design"), "--case", at("case")]).err).toContain("There is no file");
});
