import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tinyReport } from "../../../../../tests/support/tiny-report.ts";
import { DIMENSIONS } from "../../../../shared/content/design/case.ts";
import { World } from "../../../../shared/content/design/world.ts";
import type { Move } from "../../../../shared/rounds/move.ts";
import type { Intent, Reading } from "../../../../shared/rounds/reading.ts";
import type { Beat, Step } from "../../../../shared/rounds/round.ts";
import { designRound } from "./design-round.ts";
import type { DesignOutcome } from "./outcome.ts";
import type { DesignSetup, RoundPrompt } from "./setup.ts";
import { showDesign } from "./shown.ts";
import type { DesignState } from "./state.ts";
import { trimReport } from "./trim-report.ts";

const MINUTE = 60_000;
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

function reading(intent: Intent, more: Partial<Reading> = {}): Reading {
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
    fact: null,
    ...more,
  };
}

function answer(first: number, second: number): Reading {
  const points = [
    { id: "first", points: 2, probability: first, span: { start: 0, end: 5, text: "Words" } },
    { id: "second", points: 2, probability: second, span: null },
  ];
  return reading("answers", { points, score: (first + second) / 2 });
}

const STRONG = answer(0.95, 0.95);
const asksFor = (...ids: string[]) => reading("asks", { fact: { id: ids.join("+"), answer: "" } });
const done = reading("is-done");

/** A round held by hand: each turn takes a second unless it is told otherwise. */
function held(setup: Partial<DesignSetup> = {}) {
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
    does: (outcome: DesignOutcome) =>
      took(designRound.candidateDoes(step.state, { seq: ++seq, action: {}, outcome }, now)),
    waits: (minutes: number, beat: Partial<Beat> = {}) => {
      now += minutes * MINUTE;
      return took(designRound.tick(step.state, { idleMs: 0, draftWords: 0, ...beat }, now));
    },
    assess: () => designRound.assess(step.state, now),
  };
}

const design: DesignOutcome = { type: "design", text: DRAWING, faults: [], note: null };
const run = (missed: string[] = []): DesignOutcome => ({
  type: "run",
  design: DRAWING,
  faults: [],
  report: trimReport(tinyReport({ missed })),
});
const estimates = (value: string): DesignOutcome => ({ type: "estimates", values: { memory: value, traffic: value } });

/** To the drawing, with the same answer to everything before it. */
function atDrawing(said: Reading, typed = "10 GB") {
  const round = held();
  round.says(asksFor("load", "delay"), "What is the load, and how late are labels?");
  round.says(done);
  while (round.state.phase === "scope") round.says(said);
  round.does(estimates(typed));
  return round;
}

describe("the way through a round", () => {
  test("brief, questions, scope, figures, drawing, defence, the end", () => {
    const round = held();
    expect(round.log.map(({ act }) => act)).toEqual(["open", "ask"]);
    expect(round.says(asksFor("load"))).toEqual(["inform load"]);
    expect(round.says(done)).toEqual(["ask requirements"]);
    expect(round.says(STRONG)).toEqual(["ask metrics"]);
    expect(round.says(STRONG)).toEqual(["ask estimate"]);
    expect(round.does(estimates("10 GB"))).toEqual(["ask design"]);
    expect(round.does(design)).toEqual([]);
    expect(round.does(run(["fast"]))).toEqual(["comment design"]);
    expect(round.says(done)).toEqual(["ask too-slow"]);
    expect(round.says(STRONG)).toEqual(["ask always-asked"]);
    expect(round.says(STRONG)).toEqual(["ask weak-point"]);
    expect(round.says(STRONG)).toEqual(["close done"]);
    expect(round.over).toBe("done");
  });

  test("facts are told only when asked for, once, several at a time, and again only as a repetition", () => {
    const round = held();
    expect(round.says(asksFor("load", "delay"))).toEqual(["inform load", "inform delay"]);
    expect(round.says(asksFor("load"))).toEqual(["repeat load"]);
    expect(JSON.stringify(showDesign(round.state))).not.toContain("Answer budget.");
    expect(showDesign(round.state).facts.map(({ about }) => about)).toEqual(["About load", "About delay"]);
  });

  test("a question that is not understood is asked back once, then left to the candidate", () => {
    const round = held();
    const unsure = reading("asks", { probes: [{ about: "budget", ask: "Do you mean this: money?" }] });
    expect(round.says(unsure)).toEqual(["comment budget"]);
    expect(round.state.offered).toBe("budget");
    expect(round.says(asksFor("budget"), "Yes.")).toEqual(["inform budget"]);
    expect(round.says(unsure)).toEqual(["leave-open clarify"]);
  });

  test("an answer that lacks something is asked about once, a mistaken one is challenged once", () => {
    const round = held();
    round.says(done);
    const wrong = { id: "w", whyWrong: "It is not so.", span: { start: 0, end: 5, text: "Words" } };
    expect(round.says({ ...answer(0.9, 0.1), mistaken: [wrong] })).toEqual(["challenge w"]);
    expect(round.says(answer(0.9, 0.1))).toEqual(["probe scoping"]);
    expect(round.says(answer(0.9, 0.1))).toEqual(["ask metrics"]);
  });

  test("estimates are taken late, but once and not after a run", () => {
    const round = held();
    round.says(done);
    round.does(estimates("3 GB"));
    while (round.state.phase === "scope") round.says(STRONG);
    expect(round.state.phase).toBe("design");
    expect(showDesign(round.state).estimates).toMatchObject({ handedIn: { memory: "3 GB" } });
  });

  test("who runs first in the defence is asked about that run", () => {
    const round = atDrawing(STRONG);
    round.does(design);
    expect(round.says(done)).toEqual(["ask weak-point"]);
    round.does(run(["fast"]));
    expect(round.says(STRONG)).toEqual(["ask too-slow"]);
  });

  test("what was refused is noted on the page and changes nothing else", () => {
    const round = atDrawing(STRONG);
    const before = round.state;
    expect(round.does({ refused: "There is nothing to run yet." })).toEqual([]);
    expect(round.state).toEqual({ ...before, note: "There is nothing to run yet." });
  });
});

describe("time", () => {
  test("each phase ends at its time, and what one leaves over is the next one's", () => {
    const round = held({ nudgeAfterMs: null });
    expect(round.waits(4.9)).toEqual([]);
    expect(round.waits(0.2)).toEqual([
      "comment The time for this part is over (questions), so let us go on.",
      "ask requirements",
    ]);
    expect(round.waits(6)).toEqual([expect.stringContaining("comment"), "ask estimate"]);
    expect(round.waits(6)).toEqual([expect.stringContaining("comment"), "ask design"]);
    expect(round.waits(18)).toEqual([expect.stringContaining("comment"), "ask weak-point"]);
    expect(round.waits(5)).toEqual(["call-time 5"]);
    expect(round.waits(4)).toEqual(["call-time 1"]);
    expect(round.waits(1)).toEqual(["close time"]);
  });

  test("who is in the middle of a sentence may end it", () => {
    const round = held({ nudgeAfterMs: null });
    expect(round.waits(5.1, { draftWords: 12 })).toEqual([]);
    expect(round.waits(1, { draftWords: 12 })).toEqual([expect.stringContaining("comment"), "ask requirements"]);
  });

  test("a question has its share of the phase: after that there is no further one about it", () => {
    const round = held({ nudgeAfterMs: null });
    round.says(done);
    round.waits(6);
    expect(round.says(answer(0.1, 0.1))).toEqual(["ask metrics"]);
  });
});

describe("what it showed", () => {
  test("strong words, right figures and a drawing that does its work are above the bar, with their evidence", () => {
    const round = atDrawing(STRONG);
    round.says(reading("answers"), "The gateway hands over to the app, which asks the ranker.");
    round.does(design);
    round.does(run());
    round.says(done);
    while (round.over === null) round.says(STRONG);
    const { score, dimensions, topics } = round.assess();
    expect(score).toBeGreaterThan(0.7);
    expect(dimensions.map(({ id }) => id)).toEqual([
      "understanding",
      "data",
      "modelling",
      "deployment",
      "monitoring",
      "communication",
    ]);
    expect(dimensions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    const evidence = dimensions.flatMap((each) => each.evidence);
    expect(evidence).toContainEqual({ seq: 4, quote: "Words", says: "says the first of requirements", good: true });
    expect(evidence.some(({ seq, quote, says }) => seq !== null && quote === "" && says.includes("p99"))).toBe(true);
    expect(topics).toMatchObject([{ topic: "case", itemId: "case" }]);
  });

  test("every word right and nothing that runs stays below the bar", () => {
    const round = atDrawing(STRONG);
    round.does(design);
    round.says(done);
    while (round.over === null) round.says(STRONG);
    expect(round.assess().score).toBeLessThanOrEqual(0.6);
  });

  test("a drawing that meets everything without a word is a bare yes at best", () => {
    const round = atDrawing(reading("says-nothing"));
    round.does(design);
    round.does(run());
    round.says(done);
    while (round.over === null) round.says(reading("says-nothing"), "");
    expect(round.assess().score).toBeLessThanOrEqual(0.75);
  });

  test("words over a drawing count by the parts that they speak of, and not at all where there are none", () => {
    const scoreWith = (words: string | undefined) => {
      const round = atDrawing(STRONG);
      if (words !== undefined) round.says(reading("answers"), words);
      round.does(design);
      round.does(run());
      return round.assess().dimensions.find(({ id }) => id === "communication")?.score ?? null;
    };
    expect(scoreWith("The gateway, the app and the ranker.")).toBeGreaterThan(scoreWith("I love this.") ?? 1);
    expect(scoreWith(undefined)).not.toBeNull();
  });

  test("facts that were asked for after the first run count for nothing", () => {
    const asked = (when: "before" | "after") => {
      const round = held();
      if (when === "before") round.says(asksFor("load", "delay"));
      round.says(done);
      while (round.state.phase === "scope") round.says(STRONG);
      round.does(estimates("10 GB"));
      round.does(design);
      round.does(run());
      if (when === "after") round.says(asksFor("load", "delay"));
      return round.assess().dimensions[0]?.score ?? 0;
    };
    expect(asked("before")).toBeGreaterThan(asked("after"));
  });

  test("who said and did nothing is not judged", () => {
    const round = held();
    round.says(reading("says-nothing"), "");
    expect(round.assess()).toMatchObject({ score: null, se: null, topics: [] });
  });
});

test("nothing of what is right is on the page: no reference, no rubric, no right figure, no fact that was not asked for", () => {
  const round = atDrawing(STRONG, "1 GB");
  round.does(design);
  round.does(run(["fast"]));
  const shown = JSON.stringify(showDesign(round.state));
  for (const secret of ["the reference", "the explanation", "says the first", "Because of", "right", "Answer budget"])
    expect(shown).not.toContain(secret);
});

test("a run is kept small: no series, no traces, no arrows", () => {
  const report = trimReport(tinyReport());
  expect(JSON.stringify(report).length).toBeLessThan(JSON.stringify(tinyReport()).length);
  expect(report.scenarios.every(({ traces, edges }) => traces.length + edges.length === 0)).toBe(true);
  expect(report.objectives).toEqual(trimReport(report).objectives);
});

test("whatever is said and done, every round ends, nothing is asked twice, and a replay is the same", () => {
  const deed = fc.oneof(
    fc.record({
      intent: fc.constantFrom<Intent>(
        "answers",
        "asks",
        "wants-hint",
        "wants-answer",
        "wants-repeat",
        "stuck",
        "is-done",
        "says-nothing",
        "strays",
        "instructs",
        "thinks",
      ),
      first: fc.double({ min: 0, max: 1, noNaN: true }),
      fact: fc.option(fc.constantFrom("load", "budget", "load+delay", "gone"), { nil: null }),
    }),
    fc.constantFrom<DesignOutcome>(design, run(), run(["fast", "there"]), estimates("1"), { refused: "No." }),
    fc.record({ minutes: fc.double({ min: 0, max: 4, noNaN: true }), draftWords: fc.nat(5) }),
  );
  const hold = (deeds: readonly (typeof deed extends fc.Arbitrary<infer T> ? T : never)[]) => {
    const round = held();
    for (const each of deeds) {
      if ("intent" in each)
        round.says({
          ...answer(each.first, each.first),
          intent: each.intent,
          fact: each.fact === null ? null : { id: each.fact, answer: "" },
        });
      else if ("minutes" in each) round.waits(each.minutes, { draftWords: each.draftWords, idleMs: 2 * MINUTE });
      else round.does(each);
    }
    for (let minute = 0; minute < 46; minute++) round.waits(1);
    return round;
  };
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const round = hold(deeds);
      expect(round.over).not.toBeNull();
      const once = round.log.filter(({ act }) => ["ask", "probe", "inform", "challenge", "close"].includes(act));
      const keys = once.map(({ act, topic, about }) => `${act}/${topic}/${about}`);
      expect(new Set(keys).size).toBe(keys.length);
      const again = hold(deeds);
      expect(again.state).toEqual(round.state);
      expect(again.log).toEqual(round.log);
      const { score } = round.assess();
      expect(score === null || (score >= 0 && score <= 1)).toBe(true);
    }),
  );
});
