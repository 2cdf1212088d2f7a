import { expect, test } from "vitest";
import { World } from "../../../../shared/content/design/world.ts";
import type { Way } from "../engine/actors.ts";
import { NONE } from "../engine/pools.ts";
import { RandomStream } from "../engine/random-stream.ts";
import { Simulation } from "../engine/simulation.ts";
import { drain } from "../engine/theory/drain.ts";
import { nodeOf } from "../engine/theory/replicate.ts";
import { runOnce } from "../engine/theory/run-once.ts";
import { parseDesign } from "../language/parse-design.ts";
import { detectionWorld } from "../quality/test-world.ts";
import { runMinutes } from "../run/minutes.ts";
import { QueueNode } from "./queue-node.ts";

const OPEN = "gateway{time=fixed(0s), cpu=64 x1}";
const LOG = "log:queue{time=fixed(2ms), partitions=1";

test("whoever publishes waits for the acknowledgement alone", () => {
  const run = runOnce(`${OPEN} -> ${LOG}} -> worker:service{cpu=1 x1, time=fixed(1s)}`, { rate: 50, lasts: 20 });
  expect(run.latency.max).toBeCloseTo(0.002, 9);
  expect(run.availability).toBe(1);
});

test("no more messages are under way to a consumer than its partitions allow", () => {
  const run = runOnce(`${OPEN} -> ${LOG}} -> worker:service{cpu=64 x1, time=fixed(1s)}`, { rate: 50, lasts: 40 });
  expect(nodeOf(run, "worker").utilisation).toBeCloseTo(8 / 64, 2);
  expect(nodeOf(run, "log").queue.max).toBeGreaterThan(1000);
});

test("a sampled delivery takes its share and holds nothing up", () => {
  const run = runOnce(`${OPEN} -> ${LOG}} -> worker:service{cpu=8 x1, time=fixed(1ms)}[sample=25%]`, {
    rate: 100,
    lasts: 100,
  });
  expect(nodeOf(run, "worker").served / run.requests).toBeCloseTo(0.25, 1);
  expect(nodeOf(run, "log").queue.max).toBeLessThan(10);
});

test("messages outlive their consumer: they wait until it is back, however many they are", () => {
  const run = runOnce(
    `${OPEN} -> log:queue{time=fixed(1ms), partitions=100} -> worker:service{cpu=64 x8, time=fixed(1ms), queue=1k}`,
    {
      rate: 2000,
      lasts: 60,
      faults: [{ kind: "node-loss", at: 5, lasts: 30, size: 1, target: ["service"] }],
    },
  );
  const { queue, extra } = nodeOf(run, "log");
  expect(run.availability).toBe(1);
  expect(queue.max).toBeGreaterThan(55_000);
  expect(extra.lost).toBe(0);
  const { served, failed } = nodeOf(run, "worker");
  expect(served - failed).toBeGreaterThan(run.requests - 20);
});

test("grave messages overtake the others where the order is by severity", () => {
  const delivered = (order: "fifo" | "severity") => {
    const sim = new Simulation({ expectedRequests: 1 });
    const [design] = parseDesign("log:queue").design.nodes;
    if (!design) throw new Error("a queue is a node");
    const size = { partitions: 1, capacity: 1000, durable: "on", order, time: { shape: "fixed", mean: 0 } } as const;
    const queue = sim.enrol(
      (index) => new QueueNode(sim, { design, index, random: new RandomStream(1, "log"), size }),
    ) as QueueNode;
    sim.nodes.push(queue);
    const came: number[] = [];
    const edge: Way = {
      design: { from: "log", to: "worker", kind: "deliver", policies: {}, settings: [], group: 0, at: design.at },
      whenRootDone: undefined,
      answered: () => {},
      handle: () => {},
      hand: () => {},
      launch: (_, request) => came.push(request),
    };
    queue.deliverTo({ consumers: [edge], takers: [], decider: undefined });
    for (let at = 0; at < 30; at++) {
      const request = sim.requests.create(0);
      sim.requests.references[request] = 1;
      sim.requests.severity[request] = at % 10 === 9 ? 1 : 0;
      const call = sim.calls.create(request, queue.index, NONE, 0);
      queue.arrive(call);
    }
    sim.runUntil(1, () => true);
    for (let at = 0; at < came.length; at++) edge.whenRootDone?.(came[at] ?? 0, 1);
    return came.map((request) => sim.requests.severity[request]);
  };
  const grave = (order: "fifo" | "severity") => delivered(order).flatMap((each, at) => (each === 1 ? [at] : []));
  expect(grave("fifo")).toEqual([9, 19, 29]);
  // the first eight were under way before the first grave one came
  expect(grave("severity")).toEqual([8, 9, 10]);
});

test.each(["on", "off"])("with durable=%s, each case is judged once, though its log lost a node", (durable) => {
  const loss = { id: "loss", kind: "node-loss", title: "a broker is lost", at: 30, size: 1, target: ["queue"] };
  const world = asyncWorld({
    traffic: { rate: 100 },
    scenarios: [{ id: "run", title: "a lost log", lasts: 40, faults: [loss] }],
  });
  const text = `${OPEN} -> ${LOG}, durable=${durable}} -> late:provider{time=fixed(200ms), quota=1k/s, block>0.5}`;
  const { arrived, outcomes, nodes } = drain(text, world);
  const lost = nodes.find(({ design }) => design.id === "log")?.extra().lost ?? 0;
  if (durable === "on") expect(lost).toBe(0);
  else expect(lost).toBeGreaterThan(1000);
  expect(outcomes.positives + outcomes.negatives).toBe(arrived);
});

test("a case is decided once, by the consumer that decides, whoever else reads the log", () => {
  const world = asyncWorld({ traffic: { rate: 50 } });
  const alone = decideLater(`${LOG}2}`, world);
  const read = decideLater(
    `${LOG}2}`,
    world,
    "log -> audit:service{cpu=8 x1, time=fixed(1ms)}\nlog -> copy:service{cpu=8 x1}",
  );
  expect(read.decisions?.recall).toBeCloseTo(alone.decisions?.recall ?? 0, 9);
  expect(read.money.lost).toBeCloseTo(alone.money.lost, 6);
});

test("a language model behind a log counts as one that requests reach", () => {
  const run = decideLater(
    `${LOG}2}`,
    asyncWorld({ traffic: { rate: 20 } }),
    "",
    "late:provider{time=fixed(10ms), quota=1k/s, block>0.5}",
  );
  expect(run.llmShare).toBeGreaterThan(0.95);
});

function asyncWorld(more: object): World {
  const base = detectionWorld();
  return World.parse({
    ...base,
    detection: { ...base.detection, positives: 0.2, correlation: 0 },
    scenarios: [{ id: "run", title: "an evening", lasts: 60 }],
    objectives: base.objectives.map((each) => ({ ...each, scenario: "run" })),
    ...more,
  });
}

function decideLater(log: string, world: World, more = "", model = "late:scorer{cpu=8 x1, size=small, block>0.5}") {
  const { design, faults } = parseDesign(`${OPEN} -> ${log} -> ${model}\n${more}`);
  expect(faults).toEqual([]);
  const scenario = world.scenarios[0];
  const run = scenario && runMinutes(design, world, { scenario, seed: 3, watch: { goOn: () => true } });
  if (!run) throw new Error("the run did not end");
  return run;
}
