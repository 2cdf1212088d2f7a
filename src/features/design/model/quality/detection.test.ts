import { expect, test } from "vitest";
import { seededRandom } from "../../../../lib/random.ts";
import { dPrimeOf, probabilityOf, ratesAbove, scoreAt, scoreOf } from "./detection.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { sketch } from "./sketch.ts";
import { detectionWorld } from "./test-world.ts";

const world = detectionWorld();

test("the normal distribution has its known values, and its quantile is its inverse", () => {
  expect(normalCdf(0)).toBeCloseTo(0.5, 7);
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 7);
  expect(normalCdf(-3) / 0.0013498980316301).toBeCloseTo(1, 6);
  expect(normalCdf(-6) / 9.865876450377e-10).toBeCloseTo(1, 6);
  for (const p of [1e-9, 1e-4, 0.02, 0.3, 0.5, 0.8, 0.99, 1 - 1e-6])
    expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 6);
});

test("probability and score are each other's inverse, and the base rate is what an empty score says", () => {
  for (const threshold of [0.001, 0.05, 0.5, 0.92])
    expect(probabilityOf(scoreAt(threshold, 3, 0.01), 3, 0.01)).toBeCloseTo(threshold, 9);
  expect(probabilityOf(1.7, 0, 0.01)).toBeCloseTo(0.01, 12);
  expect(ratesAbove(0.005, 0, 0.01)).toEqual({ positives: 1, negatives: 1 });
  expect(ratesAbove(0.5, 0, 0.01)).toEqual({ positives: 0, negatives: 0 });
});

test("a model of less signal separates less; a node that is no model not at all", () => {
  const { nodes } = sketch({ scorer: {}, llm: {}, provider: {}, service: {} }, []);
  expect(nodes.map((node) => dPrimeOf(world, node, 0.5))).toEqual([1.5, 1.75, 1.5, 0]);
  const caught = [0.5, 0.7, 0.9, 1].map((signal) => ratesAbove(0.5, 3 * signal, 0.01).positives);
  expect(caught).toEqual([...caught].sort((a, b) => a - b));
});

test("sampled scores pass the thresholds as often as the closed form says, and are calibrated", () => {
  const random = seededRandom(7);
  const normal = () => normalQuantile(random());
  const count = 200_000;
  for (const dPrime of [1, 2.5]) {
    const sample = (y: 0 | 1) =>
      Array.from({ length: count }, () => scoreOf(world, dPrime * y, { hardness: normal(), noise: normal() }));
    const above = (scores: number[], threshold: number) =>
      scores.filter((score) => probabilityOf(score, dPrime, 0.01) >= threshold).length / count;
    const [negatives, positives] = [sample(0), sample(1)];
    for (const threshold of [0.01, 0.05, 0.3]) {
      const rates = ratesAbove(threshold, dPrime, 0.01);
      const error = (p: number) => 4 * Math.sqrt((p * (1 - p)) / count) + 1e-5;
      expect(Math.abs(above(positives, threshold) - rates.positives)).toBeLessThan(error(rates.positives));
      expect(Math.abs(above(negatives, threshold) - rates.negatives)).toBeLessThan(error(rates.negatives));
    }
    const near = (scores: number[]) =>
      scores.filter((score) => Math.abs(probabilityOf(score, dPrime, 0.5) - 0.7) < 0.05).length;
    expect(near(positives) / (near(positives) + near(negatives))).toBeCloseTo(0.7, 1);
  }
});

test("two models err together as much as the world says", () => {
  const random = seededRandom(11);
  const normal = () => normalQuantile(random());
  const count = 100_000;
  let product = 0;
  for (let each = 0; each < count; each++) {
    const hardness = normal();
    product += scoreOf(world, 0, { hardness, noise: normal() }) * scoreOf(world, 0, { hardness, noise: normal() });
  }
  expect(product / count).toBeCloseTo(0.4, 1);
});
