import { expect, test } from "vitest";
import { seededRandom } from "../../../../lib/random.ts";
import { parseDesign } from "../language/parse-design.ts";
import { probabilityOf, ratesAbove, rulesCatch, scoreOf } from "../quality/detection.ts";
import { normalQuantile } from "../quality/normal.ts";
import { detectionWorld } from "../quality/test-world.ts";
import { fateOf } from "./cascade.ts";
import { planOf } from "./cascade-plan.ts";

const world = detectionWorld();
const separations = new Map(["scorer", "llm"].map((id, at) => [id, { believed: 2 + at, actual: 2 + at }] as const));
const fate = (text: string, positive: boolean) => {
  const { design } = parseDesign(text);
  const entry = design.nodes.find(({ id }) => id === "gateway");
  if (!entry) throw new Error("an entry");
  const rules = () => 0.3;
  return fateOf(planOf(design, entry), world, { positive, separations, rules });
};

test("one model with one threshold does what the closed form says", () => {
  for (const block of [0.05, 0.5, 0.9]) {
    const rates = ratesAbove(block, 2, 0.01);
    expect(fate(`gateway -> scorer{block=${block}}`, true).blocked / rates.positives).toBeCloseTo(1, 5);
    expect(fate(`gateway -> scorer{block=${block}}`, false).blocked / rates.negatives).toBeCloseTo(1, 4);
    expect(fate(`gateway -> service -> scorer\nservice -> decide{block=${block}}`, true).blocked).toBeCloseTo(
      rates.positives,
      6,
    );
  }
});

test("rules take their share first, and a splitter parts the traffic", () => {
  const alone = fate("gateway -> service -> scorer{block=0.5}", true).blocked;
  const after = fate("gateway -> service -> rules\nservice -> scorer{block=0.5}", true).blocked;
  expect(after).toBeCloseTo(0.3 + 0.7 * alone, 9);
  const parted = fate("gateway -> splitter{share=20%}\nsplitter -> scorer{block=0.5}\nsplitter -> service", true);
  expect(parted.blocked).toBeCloseTo(0.2 * alone, 9);
  expect(fate("gateway -> llm[sample=10%]", true).llm).toBeCloseTo(0.1, 9);
});

test("a cascade of two models agrees with drawing requests one by one", () => {
  const text = "gateway -> service -> scorer{pass<0.02, block>0.8}\nservice -> llm{review=0.3, block=0.7}";
  const random = seededRandom(5);
  const normal = () => normalQuantile(random());
  for (const positive of [true, false]) {
    const count = 200_000;
    const drawn = { blocked: 0, reviewed: 0, llm: 0 };
    for (let each = 0; each < count; each++) {
      const hardness = normal();
      const [first, second] = [2, 3].map((dPrime) =>
        probabilityOf(scoreOf(world, positive ? dPrime : 0, { hardness, noise: normal() }), dPrime, 0.01),
      );
      if (first === undefined || second === undefined) continue;
      if (first >= 0.8) drawn.blocked++;
      if (first >= 0.8 || first < 0.02) continue;
      drawn.llm++;
      if (second >= 0.7) drawn.blocked++;
      else if (second >= 0.3) drawn.reviewed++;
    }
    const exact = fate(text, positive);
    for (const key of ["blocked", "reviewed", "llm"] as const) {
      const error = 4 * Math.sqrt((exact[key] * (1 - exact[key])) / count) + 1e-5;
      expect(Math.abs(drawn[key] / count - exact[key])).toBeLessThan(error);
    }
  }
});

test("thresholds set for a better model catch less once it is worse, and block no more of the others", () => {
  const { design } = parseDesign("gateway -> scorer{block=0.5}");
  const [entry] = design.nodes;
  if (!entry) throw new Error("an entry");
  const at = (actual: number, positive: boolean) =>
    fateOf(planOf(design, entry), world, {
      positive,
      separations: new Map([["scorer", { believed: 3, actual }]]),
      rules: () => 0,
    }).blocked;
  expect(at(2, true)).toBeLessThan(at(3, true));
  expect(at(2, false)).toBeCloseTo(at(3, false), 12);
});

test("velocity rules catch more, if a stream keeps their counts", () => {
  const rules = (text: string) => parseDesign(text).design.nodes.find(({ type }) => type === "rules");
  const [plain, velocity] = [rules("gateway -> rules"), rules("gateway -> rules{velocity=on}")];
  if (!plain || !velocity) throw new Error("rules");
  expect([plain, velocity].map((node) => rulesCatch(world, node, { counts: "fresh", of: "usual" }))).toEqual([
    0.3, 0.5,
  ]);
  expect(rulesCatch(world, velocity, { counts: "none", of: "usual" })).toBe(0.3);
});
