import { expect, test } from "vitest";
import { parseDesign } from "../language/parse-design.ts";
import { daysOf, detectionWorld, rankingWorld } from "../quality/test-world.ts";
import { stoppedAfter } from "./canary-test.ts";
import { runDays } from "./run-days.ts";

const DAY = 86_400;
const world = rankingWorld();

/** A recommender whose lifecycle is the given lines. */
const recommender = (...lines: string[]) => {
  const path = [
    "gateway -> service -> features",
    "service -> vectors",
    "service -> ranker",
    "events:queue -> velocity:stream -> features",
    "service -> events",
    "events -> warehouse -> features-job:batch -> features",
    "warehouse -> index-job:batch{every=6h} -> vectors",
  ];
  const { design, faults } = parseDesign([...path, ...lines].join("\n"));
  expect(faults.filter(({ severity }) => severity === "error")).toEqual([]);
  return design;
};
const bad = (more: object = {}) =>
  daysOf({
    lasts: "20d",
    step: "1h",
    faults: [{ id: "bad", kind: "bad-model", title: "A bad model is pushed", at: "10d", size: 0.4, ...more }],
  });
const told = (lines: string[], scenario = bad(), seed = 1) => {
  const report = runDays(recommender(...lines), world, scenario, { seed });
  const [incident] = report.incidents;
  if (!incident) throw new Error("there was a fault");
  return { report, incident };
};

const TRAIN = "warehouse -> train{every=7d, takes=4h}";

test("a canary bounds the blast of a bad model to its share and stops it", () => {
  const { incident, report } = told([`${TRAIN} -> canary{share=5%, bake=1h} -> ranker`]);
  expect(incident.detectedBy).toBe("canary");
  expect(incident.detectedAfter).toBeLessThan(3600);
  expect(incident.blast).toBeGreaterThan(0);
  expect(incident.blast).toBeLessThanOrEqual(0.05 + 1e-9);
  expect(incident.recoveredAfter).toBe(0);
  expect(report.nodes.find(({ type }) => type === "canary")?.extra.stopped).toBe(1);
});

test("a shadow lets no request meet the bad model", () => {
  const { incident } = told([`${TRAIN} -> canary{mode=shadow, share=5%, bake=1h} -> ranker`]);
  expect(incident).toMatchObject({ detectedBy: "canary", blast: 0, recoveredAfter: 0 });
});

test("without canary or monitor the bad model stays until the next training", () => {
  const { incident, report } = told([`${TRAIN} -> ranker`]);
  // training begins on day 3.5, 10.5, 17.5: the run of day 10.5 is released four hours later
  expect(incident.recoveredAfter).toBe(0.5 * DAY + 4 * 3600);
  expect(incident).toMatchObject({ detectedAfter: null, blast: 1 });
  expect(incident.lowestQuality).toBeLessThan((report.series.quality[0] ?? 0) * 0.65);
  expect(report.money.lost).toBeGreaterThan(0);
});

test("a gate stops a model that is bad on the evaluation set, not one that only serving shows", () => {
  const line = `${TRAIN} -> registry{gate=on} -> ranker`;
  expect(told([line]).incident).toMatchObject({ detectedBy: "gate", blast: 0, recoveredAfter: 0 });
  expect(told([line], bad({ hidden: true })).incident.blast).toBe(1);
  expect(told([`${TRAIN} -> registry{gate=off} -> ranker`]).incident.blast).toBe(1);
});

test("a monitor of scores rolls back through the registry, sooner than people and than the next training", () => {
  const registry = `${TRAIN} -> registry{rollback=5m} -> ranker`;
  const hidden = bad({ hidden: true, at: "11d" });
  const automatic = told([registry, "monitor{watch=scores, every=1h} -> registry"], hidden).incident;
  const byHand = told([registry, "ranker -> monitor{watch=scores, every=1h}"], hidden).incident;
  const nobody = told([registry], hidden).incident;
  expect(automatic.detectedBy).toBe("scores");
  expect(automatic.detectedAfter).toBe(3600);
  expect(automatic.recoveredAfter).toBe(3900);
  expect(byHand.recoveredAfter).toBe(3600 + 1800 + 300);
  expect(nobody.recoveredAfter).toBe(6.5 * DAY + 4 * 3600);
});

test("a monitor that looks seldom rings late", () => {
  const line = `${TRAIN} -> registry{gate=off} -> ranker`;
  const after = (every: string) =>
    told([line, `monitor{every=${every}} -> registry`]).incident.detectedAfter ?? Infinity;
  expect(after("1h")).toBeLessThan(after("7h"));
});

test("a trial with more traffic or a worse model is stopped sooner, a good one passes", () => {
  const trial = (rate: number, loss: number) => {
    const labels = { share: 1, delay: 60, control: 0.05, trial: 0.05 * (1 - loss) };
    const draws = Array.from({ length: 101 }, (_, at) => (at * 0.618034) % 1);
    let at = 0;
    const random = () => draws[at++ % draws.length] ?? 0.5;
    return stoppedAfter({ trial: rate * 0.05, control: rate * 0.95, shift: 0.4 * loss, labels }, 3600, random);
  };
  expect(trial(1000, 0)).toBeUndefined();
  expect(trial(1000, 0.3)).toBeLessThan(3600);
  expect(trial(100_000, 0.3) ?? Infinity).toBeLessThanOrEqual(trial(300, 0.3) ?? Infinity);
  expect(trial(0.1, 0.3), "five requests an hour tell nothing").toBeUndefined();
});

test("the same seed gives the same report to the byte, another one other looks", () => {
  const design = recommender(`${TRAIN} -> registry -> canary -> ranker`, "monitor{watch=all} -> registry");
  const run = (seed: number) => JSON.stringify(runDays(design, world, bad({ hidden: true }), { seed }));
  expect(run(3)).toBe(run(3));
  expect(run(3)).not.toBe(run(4));
});

test("a design without any of this runs too, and says so in plain numbers", () => {
  for (const [text, its] of [
    ["gateway -> service", world],
    ["gateway -> ranker", world],
    ["gateway -> scorer", detectionWorld()],
    ["", detectionWorld()],
  ] as const) {
    const report = runDays(parseDesign(text).design, its, bad(), { seed: 1 });
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.quality).toBeGreaterThanOrEqual(0);
    expect(report.series.quality).toHaveLength(20 * 24);
  }
});
