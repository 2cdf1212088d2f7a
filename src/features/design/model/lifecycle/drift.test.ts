import { expect, test } from "vitest";
import { parseDesign } from "../language/parse-design.ts";
import { daysOf, detectionWorld, rankingWorld } from "../quality/test-world.ts";
import { runDays } from "./run-days.ts";

const DAY = 86_400;
const designOf = (...lines: string[]) => parseDesign(lines.join("\n")).design;
const run = (lines: string[], scenario: object, world = rankingWorld()) =>
  runDays(designOf(...lines), world, daysOf(scenario), { seed: 1 });
const first = (report: ReturnType<typeof runDays>) => {
  const [incident] = report.incidents;
  if (!incident) throw new Error("there was a fault");
  return incident;
};
const drift = (more: object = {}) => ({
  lasts: "120d",
  step: "1d",
  faults: [
    {
      id: "drift",
      kind: "concept-drift",
      title: "People want other things",
      at: "20d",
      lasts: "5d",
      size: 0.3,
      ...more,
    },
  ],
});

const RECOMMENDER = "gateway -> service -> ranker";
const FRAUD = ["gateway -> service -> rules", "service -> scorer[timeout=20ms]", "service -> decide{block=0.3}"];

test("after a drift more frequent training recovers sooner, and without training nothing does", () => {
  const recovery = (every: string) =>
    first(run([RECOMMENDER, `warehouse -> train{every=${every}} -> ranker`], drift())).recoveredAfter;
  const [daily, weekly, monthly] = [recovery("1d"), recovery("7d"), recovery("30d")];
  expect(daily).toBeGreaterThan(0);
  expect(weekly).toBeGreaterThan(daily ?? Infinity);
  expect(monthly).toBeGreaterThan(weekly ?? Infinity);
  const none = run([RECOMMENDER], drift());
  expect(first(none)).toMatchObject({ recoveredAfter: null, detectedAfter: null, blast: 1 });
  expect(none.series.quality.at(-1)).toBeLessThan(none.series.quality[0] ?? 0);
});

test("retraining brings the quality back to what it was", () => {
  const { series } = run([RECOMMENDER, "warehouse -> train{every=1d, window=30d} -> ranker"], drift());
  const [before, worst, last] = [
    series.quality[19] ?? 0,
    Math.min(...series.quality.map((q) => q ?? 1)),
    series.quality.at(-1) ?? 0,
  ];
  expect(worst).toBeLessThan(before * 0.93);
  expect(last).toBeGreaterThan(before * 0.995);
});

test("a short window learns a drift sooner but is worse on calm days", () => {
  const at = (window: string) =>
    run([RECOMMENDER, `warehouse -> train{every=1d, window=${window}} -> ranker`], drift());
  const [short, long] = [at("14d"), at("180d")];
  expect(first(short).recoveredAfter).toBeLessThan(first(long).recoveredAfter ?? Infinity);
  expect(short.series.quality[10]).toBeLessThan(long.series.quality[10] ?? 0);
});

test("where labels are late the scores tell of a drift before they do", () => {
  const world = detectionWorld({ labels: { delay: "45d" } });
  const by = (watch: string) =>
    first(
      run(
        [
          ...FRAUD,
          "warehouse -> train -> scorer",
          "labels -> train",
          `scorer -> monitor{watch=${watch}, every=1d}`,
          "labels -> monitor",
        ],
        drift({ size: 0.4 }),
        world,
      ),
    );
  const [scores, labels] = [by("scores"), by("labels")];
  expect(scores.detectedBy).toBe("scores");
  expect(labels.detectedBy).toBe("labels");
  expect(scores.detectedAfter).toBeLessThan(10 * DAY);
  expect(labels.detectedAfter).toBeGreaterThan(45 * DAY);
});

test("an alarm that asks for training recovers sooner than the calendar, if labels are there", () => {
  const lines = [RECOMMENDER, "warehouse -> train{every=60d} -> ranker"];
  const sudden = drift({ at: "32d", lasts: "1d" });
  const calendar = first(run(lines, sudden));
  const alarmed = first(run([...lines, "monitor{watch=labels, every=1d} -> train"], sudden));
  expect(alarmed.recoveredAfter).toBeLessThan(calendar.recoveredAfter ?? Infinity);
});

test("random holdout mends selection bias, at the price of what it lets through", () => {
  const at = (explore: string, world = detectionWorld({ labels: { delay: "30d", bias: 0.3 } })) =>
    run(
      [...FRAUD, "warehouse -> train -> scorer", `labels{explore=${explore}} -> train`],
      { lasts: "30d", step: "1d" },
      world,
    );
  const [none, some, all] = [at("0%"), at("1%"), at("50%")];
  expect(some.quality).toBeGreaterThan(none.quality);
  expect(some.money.lost).toBeLessThan(none.money.lost);
  expect(all.quality).toBeLessThan(some.quality);
  const unbiased = detectionWorld({ labels: { delay: "30d", bias: 0 } });
  expect(at("1%", unbiased).quality).toBeLessThan(at("0%", unbiased).quality);
});

test("a change of policy: rules and language models follow in a day, a scorer when it has learned from new labels", () => {
  const change = {
    lasts: "90d",
    step: "1d",
    faults: [{ id: "policy", kind: "policy-change", title: "The policy is new", at: "10d", size: 0.4 }],
  };
  const calm = detectionWorld({ labels: { delay: "5d" } });
  const world = { ...calm, signal: { ...calm.signal, drift: { perDay: 0.001, shows: 2 } } };
  const written = first(run(["gateway -> llm{block=0.3}"], change, world));
  const learned = first(
    run(["gateway -> scorer{block=0.3}", "warehouse -> train{every=7d} -> scorer", "labels -> train"], change, world),
  );
  const frozen = first(run(["gateway -> scorer{block=0.3}"], change, world));
  expect(written.recoveredAfter).toBe(DAY);
  expect(learned.recoveredAfter).toBeGreaterThan(5 * DAY);
  expect(frozen.recoveredAfter).toBeNull();
});

test("two faults far apart are told apart", () => {
  const both = {
    ...drift({ lasts: "1d" }),
    faults: [
      { id: "early", kind: "concept-drift", title: "People want other things", at: "20d", lasts: "1d", size: 0.3 },
      { id: "late", kind: "concept-drift", title: "And others again", at: "80d", lasts: "1d", size: 0.3 },
    ],
  };
  const [early, late] = run([RECOMMENDER, "warehouse -> train{every=1d} -> ranker"], both).incidents;
  expect(early?.recoveredAfter).toBeGreaterThan(0);
  expect(Math.abs((early?.recoveredAfter ?? 0) - (late?.recoveredAfter ?? Infinity))).toBeLessThanOrEqual(DAY);
});
