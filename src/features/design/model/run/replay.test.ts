import { expect, test } from "vitest";
import { nodeOf, plainWorld } from "../engine/theory/replicate.ts";
import { runOnce } from "../engine/theory/run-once.ts";
import { parseDesign } from "../language/parse-design.ts";
import type { RunProgress } from "./report.ts";
import { runDesign } from "./run-design.ts";

const TEXT = `gateway{time=exp(1ms)} -> lb:balancer{policy=two-choices} -> app:service{cpu=2 x4, time=exp(8ms)}[timeout=80ms, retry=2, backoff=5ms, budget=20%]
app -> cache{coalesce=on, memory=1MB} -> kv[hedge=5ms]
app -> index:vectors{shards=2, cpu=2} & facts:features[timeout=5ms, fallback=default]
app -> ranker{gpu=L4 x2}[breaker=40%, fallback=popular]
app -> writer:llm{output=3}[sample=10%]
app -> log:queue -> clicks:stream -> facts`;
const { design } = parseDesign(TEXT);
const world = plainWorld(
  { rate: 150, keys: { count: 1000, zipf: 0.8 }, patience: { timeout: 1, retries: 1 } },
  {
    lasts: 60,
    warmUp: 10,
    faults: [{ id: "loss", kind: "node-loss", title: "half is lost", at: 20, lasts: 10 }],
  },
);

test("the same design, world and seed give the same report, byte for byte; another seed gives another", () => {
  const report = (seed: number) => JSON.stringify(runDesign(design, world, { seed }));
  const first = report(11);
  expect(report(11)).toBe(first);
  expect(report(12)).not.toBe(first);
});

test("who looks on changes nothing", () => {
  const told: RunProgress[] = [];
  let seconds = 0;
  const watched = runDesign(design, world, {
    seed: 11,
    onProgress: (progress) => told.push(progress),
    cancelled: () => false,
    clock: () => seconds++,
  });
  expect(JSON.stringify(watched)).toBe(JSON.stringify(runDesign(design, world, { seed: 11 })));
  const shares = told.map(({ share }) => share);
  expect(shares.length).toBeGreaterThan(0);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(told.at(-1)?.live.p50.length).toBe(Math.floor(((shares.at(-1) ?? 0) * 60) / (told.at(-1)?.live.bin ?? 1)));
});

test("a run that is cancelled ends soon, without a report", () => {
  let asked = 0;
  const report = runDesign(design, world, { seed: 1, cancelled: () => ++asked > 1 });
  expect(report).toBeUndefined();
  // once before it begins, and once on the way
  expect(asked).toBe(2);
  expect(runDesign(design, world, { seed: 1, cancelled: () => true })).toBeUndefined();
});

test("another component beside them leaves the chance of the others as it was", () => {
  const run = (text: string) => runOnce(text, { rate: 100, lasts: 60 });
  const app = "gateway{time=fixed(0s), cpu=64 x1} -> app:service{cpu=2 x1, time=exp(8ms), queue=1M}";
  const alone = run(app);
  const beside = run(`${app}\ngateway -> other:service{cpu=8 x4, time=exp(3ms)}[timeout=4ms, fallback=popular]`);
  expect(beside.requests).toBeGreaterThan(5900);
  const { wait, time, served } = nodeOf(alone, "app");
  expect(nodeOf(beside, "app")).toMatchObject({ wait, time, served });
});
