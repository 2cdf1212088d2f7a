import fc from "fast-check";
import { expect, test } from "vitest";
import { featureSignal, writtenAges } from "./freshness.ts";
import { learningSignal } from "./learning.ts";
import { modelSignal, typicalModelAge, typicalModelSignal } from "./model-signal.ts";
import { indexAge, retrievalSignal } from "./retrieval.ts";
import { sketch } from "./sketch.ts";
import { detectionWorld, rankingWorld } from "./test-world.ts";

const world = rankingWorld();
const HOUR = 3600;
const DAY = 24 * HOUR;
const nodeOf = (design: ReturnType<typeof sketch>, id: string) => {
  const node = design.nodes.find((each) => each.id === id);
  if (!node) throw new Error(`no ${id}`);
  return node;
};

test("features are as fresh as what writes them", () => {
  const ages = (arrows: string[]) =>
    writtenAges(sketch({ batch: { every: DAY, takes: 2 * HOUR } }, arrows), "features");
  expect(ages(["service -> features"])).toEqual({ fast: Infinity, slow: Infinity });
  expect(ages(["service -> features", "batch -> features"])).toEqual({ fast: 14 * HOUR, slow: 14 * HOUR });
  expect(ages(["queue -> stream -> features"])).toEqual({ fast: 1, slow: Infinity });
  expect(ages(["queue -> stream -> features", "batch -> features"])).toEqual({ fast: 1, slow: 14 * HOUR });
  expect(ages(["stream -> features"])).toEqual({ fast: Infinity, slow: Infinity });
});

test("half of a part's weight is lost after its half-life, all of it when nobody writes it", () => {
  expect(featureSignal(world, { fast: 0, slow: 0 })).toBe(1);
  expect(featureSignal(world, { fast: 300, slow: 0 })).toBeCloseTo(0.9, 12);
  expect(featureSignal(world, { fast: 0, slow: 2 * DAY })).toBeCloseTo(0.85, 12);
  expect(featureSignal(world, { fast: Infinity, slow: Infinity })).toBeCloseTo(0.5, 12);
  expect((["defaults", "poisoned", "without"] as const).map((state) => featureSignal(world, state))).toEqual([
    0.7, 0.5, 0.5,
  ]);
  const { features: _, ...plain } = world.signal;
  expect(featureSignal({ ...world, signal: plain }, "without")).toBe(1);
});

test("retrieval is recall, times what the candidates hold, times what is too new for the index", () => {
  expect(retrievalSignal(world, { recall: 0.9, candidates: 100, indexAge: 0 })).toBeCloseTo(0.45, 12);
  expect(retrievalSignal(world, { recall: 1, candidates: 1e9, indexAge: DAY / 2 })).toBeCloseTo(0.9, 12);
  expect(retrievalSignal(world, { recall: 1, candidates: 1e9, indexAge: Infinity })).toBeCloseTo(0.8, 12);
  expect(retrievalSignal(world, "without")).toBe(0.4);
  const age = (arrows: string[]) => indexAge(sketch({ batch: { every: DAY, takes: HOUR } }, arrows), "vectors");
  expect(age(["service -> vectors"])).toBe(Infinity);
  expect(age(["batch -> vectors"])).toBe(13 * HOUR);
  expect(age(["batch -> vectors", "queue -> stream -> vectors"])).toBe(1);
});

test("a model is worth its size, less what its age costs", () => {
  const { nodes } = sketch({ ranker: { size: "large" }, scorer: {}, llm: { model: "14B" }, provider: {} }, []);
  expect(nodes.map((node) => modelSignal(world, node, 0))).toEqual([1, 0.9, 0.9, 0.95]);
  expect(modelSignal(world, nodeOf({ nodes, edges: [] }, "ranker"), 2 * DAY)).toBeCloseTo(0.99 ** 2, 12);
});

test("a model is as old as its labels and its training make it", () => {
  const train = { every: 7 * DAY, takes: 4 * HOUR };
  const age = (nodes: Parameters<typeof sketch>[0], arrows: string[]) =>
    typicalModelAge(sketch({ train, ranker: {}, ...nodes }, arrows), world, "ranker");
  expect(age({}, ["service -> ranker"])).toBe(365 * DAY);
  expect(age({}, ["train -> ranker"]), "training without data").toBe(365 * DAY);
  expect(age({}, ["warehouse -> train -> registry -> canary -> ranker"])).toBe(HOUR + 3.5 * DAY + 4 * HOUR);
  expect(age({ labels: { delay: 2 * DAY } }, ["labels -> train -> ranker"])).toBe(5.5 * DAY + 4 * HOUR);
  expect(typicalModelAge(sketch({}, ["service -> llm"]), world, "llm")).toBe(0);
});

test("labels cut short, the future in the rows and what was blocked cost signal; exploring mends the last", () => {
  const fraud = detectionWorld();
  const arrows = ["service -> scorer -> decide", "warehouse -> train -> scorer", "labels -> train"];
  const learned = (nodes: Parameters<typeof sketch>[0]) =>
    learningSignal(sketch({ train: { window: 3650 * DAY }, ...nodes }, arrows), fraud, "scorer");
  expect(learned({})).toBe(1);
  expect(learned({ labels: { delay: 10 * DAY } })).toBeCloseTo(Math.sqrt((1 - 0.1 ** (1 / 3)) / 0.9), 12);
  expect(learned({ warehouse: { pointintime: "off" } })).toBe(0.9);
  expect(learned({ decide: { block: 0.9 } })).toBeCloseTo(0.9, 12);
  expect(learned({ train: { window: 7 * DAY } })).toBeCloseTo(0.85, 12);
  expect(learned({ decide: { block: 0.9 }, labels: { explore: 0.005 } })).toBeCloseTo(0.95, 12);
});

test("every signal lies between 0 and 1 and no cause of loss ever helps", () => {
  const age = fc.double({ min: 0, max: 1e8, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const ranker = nodeOf(sketch({ ranker: {} }, []), "ranker");
  fc.assert(
    fc.property(age, age, age, share, fc.integer({ min: 0, max: 5000 }), (fast, slow, more, recall, candidates) => {
      const pairs = [
        [featureSignal(world, { fast, slow }), featureSignal(world, { fast: fast + more, slow })],
        [featureSignal(world, { fast, slow }), featureSignal(world, { fast, slow: slow + more })],
        [
          retrievalSignal(world, { recall, candidates, indexAge: fast }),
          retrievalSignal(world, { recall, candidates, indexAge: fast + more }),
        ],
        [
          retrievalSignal(world, { recall, candidates: candidates + 10, indexAge: fast }),
          retrievalSignal(world, { recall, candidates, indexAge: fast }),
        ],
        [modelSignal(world, ranker, fast), modelSignal(world, ranker, fast + more)],
      ] as const;
      for (const [better, worse] of pairs) {
        expect(worse).toBeLessThanOrEqual(better + 1e-12);
        expect(worse).toBeGreaterThanOrEqual(0);
        expect(better).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("more frequent training makes a better model on a typical day", () => {
  const worth = (every: number) => {
    const design = sketch({ train: { every, takes: HOUR } }, ["warehouse -> train -> ranker"]);
    return typicalModelSignal(design, world, nodeOf(design, "ranker"));
  };
  expect(worth(DAY)).toBeGreaterThan(worth(7 * DAY));
  expect(worth(7 * DAY)).toBeGreaterThan(worth(60 * DAY));
});
