import { join } from "node:path";
import { writeFiles } from "./tiny-bank.ts";

/** A small design case, `tiny-rows`: two services, three objectives. */

const ITEM = `id: 00000000-0000-4000-8000-000000000021
title: Rows for a small shop
kind: recommendation
skills: [coding.arrays]
difficulty: 2
minutes: 30
roles: [mle]
`;

const FACTS = `- id: load
  about: Requests a second
  asked:
    - How many requests per second are there?
    - What traffic do we expect at peak?
    - What is the QPS?
  answer: A hundred requests a second at the peak of a normal day.
  essential: true
- id: latency
  about: Latency target
  asked:
    - How fast must a response be?
    - What is the p99 latency target?
    - How many milliseconds do we have to answer?
  answer: 100 milliseconds at the 99th percentile.
  essential: true
- id: budget
  about: Budget
  asked:
    - What is the budget?
    - How much money may it cost per month?
    - Is there a limit on spending?
  answer: Four thousand dollars a month.
`;

const WORLD = `task: ranking
traffic: { rate: 100 }
catalogue: { items: 10000 }
signal:
  sizes: { small: 0.9, medium: 0.95, large: 1 }
  unranked: 0.6
  drift: { perDay: 0.001 }
  fallbacks: { default: 0.7, popular: 0.5, stale: 0.9, partial: 0.8 }
labels: { delay: 1d }
money: { value: 0.01 }
slo: { latency: 100ms, availability: 0.99 }
scenarios:
  - { id: normal, title: A normal day, lasts: 30s, warmUp: 5s }
  - id: loss
    title: A machine goes
    lasts: 40s
    warmUp: 5s
    faults: [{ id: gone, kind: node-loss, title: Half of the machines of the service are gone, at: 15s, lasts: 10s, target: [service], size: 0.5 }]
objectives:
  - { id: fast, title: p99 on a normal day, scenario: normal, metric: p99, atMost: 0.1 }
  - { id: there, title: Answered when a machine goes, scenario: loss, metric: availability, atLeast: 0.88 }
  - { id: cheap, title: Cost a month, scenario: normal, metric: cost, atMost: 4000 }
`;

const ESTIMATES = `- id: daily
  ask: How many requests arrive on a day at this rate?
  unit: million
  given: { rate: 100, seconds: 86400 }
  formula: rate * seconds / 1e6
  why: A hundred a second for 86,400 seconds are 8.6 million requests.
  run: throughput
- id: tail
  ask: What will the 99th percentile of the latency be on a normal day?
  unit: ms
  given: { mean: 10 }
  formula: 4.6 * mean
  why: Ten milliseconds on average, exponential, have their 99th percentile at 4.6 times as much.
  run: p99
- id: bottleneck
  ask: Which component is full first when the load grows?
  unit: ""
  answer: [service]
  why: The service does all of the work, and the gateway hardly any of it.
  run: saturated
`;

const graded = (id: string, dimension: string, more: string) => `  - id: ${id}
    dimension: ${dimension}
    ${more}
    ask: Why do we shuffle the training rows before each pass over the data?
    rubric:
      - id: unbiased
        points: 2
        met_when: says that a batch is then a random sample, so its gradient is an unbiased estimate of the whole one
        not_enough: says only that it is better for training
        say:
          - Each batch becomes a random sample, and its gradient is an unbiased estimate of the full gradient.
          - A shuffled batch looks like the whole data, so on average the step points the right way.
      - id: not-for-time
        points: 1
        met_when: says that data with an order in time is not shuffled across the split
        not_enough: mentions time
        say:
          - Careful with time series, where a shuffle would put the future into training.
          - For forecasts a random order leaks tomorrow into today.
    misconceptions:
      - id: saves-memory
        says: Shuffling makes the data set smaller, so that it fits into memory.
        why_wrong: The rows stay the same, only their order changes.
    answers:
      strong:
        band: [0.8, 1.0]
        text: |
          Each batch is then a random sample of the data, and its gradient is an unbiased estimate of the full gradient. With
          time series I am careful, since a shuffle would put the future into training.
      partial:
        band: [0.35, 0.75]
        meets: [unbiased]
        text: |
          Each batch is then a random sample and its gradient is an unbiased estimate of the full one, which makes the
          training more stable in general.
      wrong:
        band: [0.0, 0.25]
        text: |
          Shuffling makes the data set smaller, so that it fits into memory. It also means that we need fewer layers, because
          the network gets the labels in a better format.
    reference: |
      A batch of shuffled rows is a random sample, so its gradient is an unbiased estimate of the full one. Data with an order
      in time is split by date first.
`;

const WEIGHTS = {
  scoping: 10,
  formulation: 10,
  estimation: 10,
  architecture: 10,
  data: 10,
  modelling: 10,
  serving: 10,
  failure: 10,
  rollout: 10,
  safety: 5,
  communication: 5,
};

const RUBRIC = `dimensions:
${Object.entries(WEIGHTS)
  .map(
    ([id, weight]) =>
      `  ${id}: { weight: ${weight}, strong: What a strong candidate shows here., weak: What a weak one shows here. }`,
  )
  .join("\n")}
written:
${graded("requirements", "scoping", "phase: scope")}${graded("metrics", "formulation", "phase: formulate")}${graded("weak-point", "communication", "phase: defend")}probes:
${graded("too-slow", "serving", "when: missed:fast")}${graded("machine-lost", "failure", "when: missed:there")}${graded("service-full", "estimation", "when: saturated:service")}${graded("no-monitor", "rollout", "when: without:monitor")}${graded("with-cache", "data", "when: with:cache")}${graded("fairness", "safety", "when: always")}`;

const RANKER = "ranker{gpu=L4 x2, zones=2}[timeout=60ms, fallback=popular]";
export const REFERENCE = `gateway{zones=2} -> lb -> app:service{cpu=4 x6, time=10ms, zones=2}[timeout=80ms] -> ${RANKER}\n`;

const FLAWED = [
  { name: "slow", misses: "fast — three times the work", app: "lb -> app:service{cpu=4 x6, time=30ms, zones=2}" },
  { name: "no-balancer", misses: "there — calls go to dead machines", app: "app:service{cpu=1 x2, time=8ms}" },
  { name: "alone", misses: "there — one machine", app: "lb -> app:service{cpu=4 x1, time=10ms}" },
  { name: "gilded", misses: "cheap — a hundred machines", app: "lb -> app:service{cpu=8 x100, time=10ms, zones=2}" },
];

/** Writes the case `tiny-rows` into a bank. */
export function writeTinyCase(contentDir: string): void {
  writeFiles(join(contentDir, "designs", "tiny-rows"), {
    "item.yaml": ITEM,
    "brief.md": "A small shop wants rows of items. Design the system.\n",
    "facts.yaml": FACTS,
    "world.yaml": WORLD,
    "estimates.yaml": ESTIMATES,
    "rubric.yaml": RUBRIC,
    "reference.design": REFERENCE,
    "explain.md": "Two machines more than one needs.\n",
    ...Object.fromEntries(
      FLAWED.map(({ name, misses, app }) => [
        `flawed/${name}.design`,
        `# misses: ${misses}\ngateway{zones=2} -> ${app} -> ${RANKER}\n`,
      ]),
    ),
  });
}
