import { designRound } from "../../src/features/design/model/round/design-round.ts";
import type { DesignAction, DesignOutcome } from "../../src/features/design/model/round/outcome.ts";
import type { DesignSetup, RoundPrompt } from "../../src/features/design/model/round/setup.ts";
import type { DesignState } from "../../src/features/design/model/round/state.ts";
import { trimReport } from "../../src/features/design/model/round/trim-report.ts";
import { DIMENSIONS } from "../../src/shared/content/design/case.ts";
import { World } from "../../src/shared/content/design/world.ts";
import type { Move } from "../../src/shared/rounds/move.ts";
import type { Intent, Reading } from "../../src/shared/rounds/reading.ts";
import type { Beat, Step } from "../../src/shared/rounds/round.ts";
import { tinyReport } from "./tiny-report.ts";

/** A design round that is held by hand: a case of three facts, three questions, three probes and two estimates. */

export const MINUTE = 60_000;
const DRAWING = `gateway{zones=2} -> app:service{cpu=4 x6, zones=2}
app -> ranker{gpu=L4 x2, zones=2}[timeout=60ms, fallback=popular]
app -> log:queue -> warehouse -> train -> registry -> canary -> ranker
labels -> train
monitor -> ranker`;

const WORLD = World.parse({
  task: "ranking",
  traffic: { rate: 100 },
  catalogue: { items: 10_000 },
  signal: {
    sizes: { small: 0.9, medium: 0.95, large: 1 },
    unranked: 0.6,
    drift: { perDay: 0.001 },
    fallbacks: { default: 0.7, popular: 0.5, stale: 0.9, partial: 0.8 },
  },
  labels: { delay: "1d" },
  money: { value: 0.01 },
  slo: { latency: "100ms", availability: 0.99 },
  scenarios: [
    { id: "normal", title: "A normal day", lasts: "30s", warmUp: "5s" },
    { id: "loss", title: "A machine goes", lasts: "30s", warmUp: "5s" },
  ],
  objectives: [
    { id: "fast", title: "p99 on a normal day", scenario: "normal", metric: "p99", atMost: 0.1 },
    { id: "there", title: "Answered when a machine goes", scenario: "loss", metric: "availability", atLeast: 0.9 },
    { id: "cheap", title: "Cost a month", scenario: "normal", metric: "cost", atMost: 4000 },
  ],
});

function prompt(id: string, dimension: RoundPrompt["dimension"]): RoundPrompt {
  const points = ["first", "second"].map((point) => ({ id: point, metWhen: `says the ${point} of ${id}`, points: 2 }));
  return { id, dimension, ask: `What about ${id}?`, points };
}

const fact = (id: string, essential: boolean) => ({ id, about: `About ${id}`, answer: `Answer ${id}.`, essential });
const estimate = (id: string) => ({
  id,
  ask: `How much is ${id}?`,
  unit: "GB",
  given: {},
  within: 2,
  right: 10,
  why: `Because of ${id}.`,
});

const SETUP: DesignSetup = {
  item: { id: "case", version: "v1", title: "A case", skills: ["system-design.fraud"] },
  minutes: 45,
  nudgeAfterMs: MINUTE,
  interrupts: false,
  runSeed: 1,
  key: "case/7",
  brief: "Design it.",
  facts: [fact("load", true), fact("delay", true), fact("budget", false)],
  written: [
    { ...prompt("requirements", "scoping"), phase: "scope" },
    { ...prompt("metrics", "formulation"), phase: "formulate" },
    { ...prompt("weak-point", "communication"), phase: "defend" },
  ],
  probes: [
    { ...prompt("too-slow", "serving"), when: "missed:fast" },
    { ...prompt("no-monitor", "rollout"), when: "without:monitor" },
    { ...prompt("always-asked", "data"), when: "always" },
  ],
  estimates: [estimate("memory"), estimate("traffic")],
  dimensions: Object.fromEntries(
    DIMENSIONS.map((id) => [id, { weight: id === "communication" ? 10 : 9, strong: `strong ${id}`, weak: "" }]),
  ) as DesignSetup["dimensions"],
  world: WORLD,
  reference: "the reference design",
  explain: "the explanation",
  graderVersion: "g",
};

export function reading(intent: Intent, more: Partial<Reading> = {}): Reading {
  return {
    intent,
    engine: "embedded",
    score: 0,
    se: 0.05,
    abstained: false,
    flags: [],
    points: [],
    mistaken: [],
    probes: [],
    facts: [],
    ...more,
  };
}

export function answer(first: number, second: number): Reading {
  const points = [
    { id: "first", points: 2, probability: first, span: { start: 0, end: 5, text: "Words" } },
    { id: "second", points: 2, probability: second, span: null },
  ];
  return reading("answers", { points, score: (first + second) / 2 });
}

export const STRONG = answer(0.95, 0.95);
export const asksFor = (...ids: string[]) => reading("asks", { facts: ids.map((id) => ({ id, answer: "" })) });
export const done = reading("is-done");

/** What was done, and what came of it. */
export type Deed = { action: DesignAction; outcome: DesignOutcome };

/** A round held by hand: each turn takes a second unless it is told otherwise. */
export function held(setup: Partial<DesignSetup> = {}) {
  let step: Step<DesignState> = designRound.start({ ...SETUP, ...setup }, 0);
  const log: Move[] = [...step.moves];
  let seq = 1;
  let now = 0;
  const took = (next: Step<DesignState>) => {
    step = JSON.parse(JSON.stringify(next));
    log.push(...step.moves);
    return step.moves.map(({ act, about, topic, core }) => [act, about || topic || core].join(" "));
  };
  return {
    log,
    get state() {
      return step.state;
    },
    get over() {
      return step.over;
    },
    says: (said: Reading, text = "Words of mine.") => {
      now += 1000;
      return took(designRound.candidateSays(step.state, { seq: ++seq, text, reading: said }, now));
    },
    does: (deed: Deed) => took(designRound.candidateDoes(step.state, { seq: ++seq, ...deed }, now)),
    waits: (minutes: number, beat: Partial<Beat> = {}) => {
      now += minutes * MINUTE;
      return took(designRound.tick(step.state, { idleMs: 0, draftWords: 0, ...beat }, now));
    },
    assess: () => designRound.assess(step.state, now),
  };
}

export const design: Deed = {
  action: { type: "design", text: DRAWING },
  outcome: { type: "design", faults: [], note: null },
};
export const run = (missed: string[] = []): Deed => ({
  action: { type: "run", text: DRAWING },
  outcome: { type: "run", faults: [], report: trimReport(tinyReport({ missed })) },
});
export const estimates = (value: string): Deed => ({
  action: { type: "estimates", values: { memory: value, traffic: value } },
  outcome: { type: "estimates" },
});
export const refused = (why: string): Deed => ({ action: { type: "run" }, outcome: { refused: why } });

/** To the drawing, with the same answer to everything before it. */
export function atDrawing(said: Reading, typed = "10 GB") {
  const round = held();
  round.says(asksFor("load", "delay"), "What is the load, and how late are labels?");
  round.says(done);
  while (round.state.phase === "scope") round.says(said);
  round.does(estimates(typed));
  return round;
}
