import { expect, test } from "vitest";
import { parseDesign } from "../language/parse-design.ts";
import { detectionWorld, rankingWorld } from "../quality/test-world.ts";
import { runDesign } from "../run/run-design.ts";

/** The same calm traffic request by request and as rates. */
const scenarios = [
  { id: "minutes", title: "Some minutes", lasts: "110s", warmUp: "10s" },
  { id: "days", title: "Some days", lasts: "20d", step: "1d" },
];
const both = (text: string, world: Parameters<typeof runDesign>[1]) => {
  const [minutes, days] = runDesign(parseDesign(text).design, world, { seed: 1 }).scenarios;
  if (!minutes || !days) throw new Error("there are two scenarios");
  return { minutes, days };
};
const objectives = ["p99", "recall", "cost"].map((metric) => ({
  ...{ id: metric, title: metric, scenario: "minutes", metric, atLeast: 0 },
}));

test("decisions by rates are those of requests drawn one by one", () => {
  const calm = detectionWorld();
  const world = detectionWorld({
    ...{ scenarios, objectives, traffic: { rate: 300 } },
    detection: { ...calm.detection, positives: 0.1 },
  });
  const { minutes, days } = both(
    `gateway -> service -> rules
service -> scorer{pass<0.02, block>0.8}
service -> llm{gpu=H100 x8, block>0.6, output=1, prompt=50}
service -> decide{block>0.5, review>0.3}
service -> review{people=2000}
warehouse -> train -> scorer`,
    world,
  );
  const positives = 300 * 100 * 0.1;
  const error = (share: number, count: number) => 4 * Math.sqrt((share * (1 - share)) / count);
  for (const [key, count] of [
    ["recall", positives],
    ["wronglyBlocked", positives * 9],
    ["reviewed", positives * 10],
  ] as const) {
    const [drawn, exact] = [minutes.decisions?.[key] ?? -1, days.decisions?.[key] ?? -2];
    expect(Math.abs(drawn - exact), key).toBeLessThan(error(exact, count) + 0.002);
  }
  expect(Math.abs(minutes.llmShare - days.llmShare)).toBeLessThan(error(days.llmShare, positives * 10) + 0.002);
});

test("the quality of answers by rates is that of answers one by one", () => {
  const world = rankingWorld({ scenarios, objectives, traffic: { rate: 20 } });
  const { minutes, days } = both(
    `gateway -> service -> features
service -> vectors
service -> ranker{size=large}
service -> queue -> stream -> features
warehouse -> batch -> features
batch -> vectors
warehouse -> train{every=1d} -> ranker`,
    world,
  );
  expect(days.quality / minutes.quality).toBeCloseTo(1, 2);
});

test("who only publishes to a queue is an entrance by rates too", () => {
  const calm = detectionWorld();
  const world = detectionWorld({
    ...{ scenarios, objectives, traffic: { rate: 300 } },
    detection: { ...calm.detection, positives: 0.1 },
  });
  const { minutes, days } = both(
    "gateway -> queue -> scorer{size=large, block>0.3}\nwarehouse -> train -> scorer",
    world,
  );
  expect(days.decisions?.recall).toBeGreaterThan(0.5);
  expect(Math.abs((minutes.decisions?.recall ?? 0) - (days.decisions?.recall ?? 1))).toBeLessThan(0.05);
});
