import { describe, expect, test } from "vitest";
import { nothingHeard } from "../../../../../shared/rounds/hear-answer.ts";
import type { Move } from "../../../../../shared/rounds/move.ts";
import type { AssistedAction } from "../../../schema.ts";
import { MOST_SUBMISSIONS } from "../log-limits.ts";
import type { AssistantAnswer, AssistantPiece } from "./assistant.ts";
import type { AssistedOutcome } from "./assisted-outcome.ts";
import { assistedRound } from "./assisted-round.ts";
import type { AssistedSetup, AssistedState } from "./assisted-state.ts";

const MINUTE_MS = 60_000;

function piece(id: string, { needs = [], fault = null }: Partial<AssistantPiece> = {}): AssistantPiece {
  const details = ["the input", "the edge"].map((says) => ({ says, cues: [[says]] }));
  const code = `def ${id}(x):\n    return x\n`;
  return { id, title: `part ${id}`, cues: [[id]], needs, asked: [], directed: id, details, says: "Here.", code, fault };
}

const FAULT = {
  what: "x is not what it should be",
  where: "return x",
  shows_in: "example",
  noticed: [],
  cues: [["x"]],
  mends: "Right.",
  mended: "def b(x):\n    return x + 1\n",
};
const SETUP: AssistedSetup = {
  assistant: {
    opening: "There is an assistant.",
    head: "",
    pieces: [piece("a"), piece("b", { fault: FAULT }), piece("c", { needs: ["a", "b"] }), piece("d")],
  },
  coding: {
    kind: "coding",
    item: { id: "1", version: "1", slug: "tiny", title: "Tiny", skills: ["s"], levels: 1, tier: "python" },
    prompt: "Write it.",
    starter: "def a(x): ...",
    levelTexts: [],
    tests: [],
    hints: [],
    followUp: null,
    faults: [],
    growths: [],
    reference: "the reference",
    criteria: [],
    vocabulary: [],
    minutes: 45,
    nudgeAfterMs: null,
    interrupts: false,
    graderVersion: "v",
  },
};

/** A round with its own clock: each thing that happens takes a minute. */
class Held {
  state: AssistedState = assistedRound.start(SETUP, 0).state;
  moves: Move[] = [];
  #now = 0;
  #seq = 0;

  asks(answer: AssistantAnswer): this {
    return this.#does({ type: "ask-assistant", text: "Write it" }, { type: "answered", answer });
  }

  part(id: string, named: number[] = []): this {
    return this.asks({ kind: "piece", piece: id, named });
  }

  takes(id: string): this {
    return this.#does({ type: "take", piece: id }, { type: "noted" });
  }

  judged(mode: "run" | "submit", { passed = 1, mended = ["b"] } = {}): this {
    const verdict = passed === 1 ? ("accepted" as const) : ("wrong-answer" as const);
    const seen = { mode, verdict, level: 1, visible: [], hidden: null, stdout: "" };
    const counts = { passed, total: 1, share: passed, levelsPassed: passed, mended };
    return this.#does({ type: mode }, { type: "judged", seen, ...counts, belief: null, findings: [] });
  }

  says(text: string, points: readonly string[] = []): this {
    const heard = points.map((id) => ({ id, points: 1, probability: 1, span: null }));
    const reading = { ...nothingHeard("answers"), points: heard };
    return this.#take(assistedRound.candidateSays(this.state, { seq: ++this.#seq, text, reading }, this.#later()));
  }

  scores(): Record<string, number | null> {
    const { dimensions, score } = assistedRound.assess(this.state, this.#now);
    return { ...Object.fromEntries(dimensions.map((each) => [each.id, each.score])), all: score };
  }

  #does(action: AssistedAction, outcome: AssistedOutcome): this {
    const done = { seq: ++this.#seq, action, outcome };
    return this.#take(assistedRound.candidateDoes(this.state, done, this.#later()));
  }

  #take({ state, moves }: { state: AssistedState; moves: Move[] }): this {
    // what is kept is JSON: nothing may be lost on the way
    this.state = JSON.parse(JSON.stringify(state)) as AssistedState;
    this.moves = moves;
    return this;
  }

  #later(): number {
    this.#now += MINUTE_MS;
    return this.#now;
  }
}

describe("how the work is split and asked for", () => {
  test("a plan first and parts in the order of what they need is all of it, everything at once nothing", () => {
    const apart = new Held().says("I would first do a and then b.", ["part:a", "part:b"]);
    for (const id of ["a", "b", "c", "d"]) apart.part(id, [0, 1]);
    expect(apart.scores()).toMatchObject({ decomposition: 1, directing: 1 });
    const whole = new Held().asks({ kind: "whole", named: { a: [0, 1] } });
    expect(whole.scores()).toMatchObject({ decomposition: 0, directing: 0.125 });
  });

  test("a plan that is told once something was asked for is none, and a part before what it needs is out of order", () => {
    const held = new Held().part("c", [0]).part("a").says("First a, then b.", ["part:a", "part:b"]);
    expect(held.scores().decomposition).toBeCloseTo(0.55 + 0.1);
    expect(held.scores().directing).toBe(0.25);
  });
});

describe("what is read of the proposals", () => {
  test("a fault that is named to the assistant is mended from then on, and counts once the code passes its test", () => {
    const held = new Held().part("b").asks({ kind: "mends", piece: "b", quote: "x is off", by: "words" }).takes("b");
    expect(held.state.coding.code).toContain("return x + 1");
    expect(held.judged("run").judged("submit").scores()).toMatchObject({ review: 1 });
  });

  test("named before it was seen is not noticed", () => {
    const held = new Held().says("Mind x in b.", ["fault:b"]).part("b").takes("b").judged("run");
    expect(held.judged("submit", { passed: 0, mended: [] }).scores().review).toBe(0);
  });

  test("mended only after a submission failed counts for a third, and such a round does not pass", () => {
    const held = new Held().says("First a, then b.", ["part:a", "part:b"]);
    for (const id of ["a", "b", "c", "d"]) held.part(id, [0, 1]).takes(id).judged("run");
    held.judged("submit", { passed: 0, mended: [] }).judged("submit");
    expect(held.scores().review).toBeCloseTo(0.28);
    expect(held.scores().all).toBe(0.6);
  });

  test("what is proposed once something was handed in can no longer be seen in time", () => {
    const late = new Held().part("a").judged("submit", { passed: 0 }).part("b");
    late.asks({ kind: "mends", piece: "b", quote: "x is off", by: "words" }).judged("submit");
    expect(late.scores().review).toBeNull();
    expect(assistedRound.assess(late.state, 0).topics[0]?.missed).toEqual([]);
  });

  test("where nothing that was wrong was proposed there is nothing to judge", () => {
    expect(new Held().part("a").takes("a").judged("run").judged("submit").scores().review).toBeNull();
  });
});

describe("what the interviewer asks", () => {
  test("how one knows, once, at the first run with something taken, about a fault that nobody has named", () => {
    const held = new Held().part("a").takes("a").part("b").takes("b").part("d").takes("d").judged("run");
    expect(held.moves).toMatchObject([{ act: "probe", about: "how-known", core: expect.stringContaining("part b") }]);
    expect(held.judged("run").moves.map(({ about }) => about)).not.toContain("how-known");
  });

  test("the same of somebody whose parts are all right", () => {
    const held = new Held().part("a").takes("a").judged("run");
    expect(held.moves).toMatchObject([{ about: "how-known", core: expect.stringContaining("part a") }]);
  });

  test("what was not trusted, once it is solved, before anything else", () => {
    const held = new Held().part("b").takes("b").judged("run").judged("submit");
    expect(held.moves).toMatchObject([{ act: "ask", about: "untrusted" }]);
    held.says("I did not trust b, x is off there.", ["fault:b"]);
    expect(held.moves.map(({ about }) => about)).not.toContain("untrusted");
    expect(held.state.noticed.b).toMatchObject({ to: "interviewer" });
  });
});

describe("remarks of the coding round", () => {
  test("that the last submission is used up is said before what was not trusted is asked", () => {
    const held = new Held().part("a").takes("a").judged("run");
    for (let at = 0; at < MOST_SUBMISSIONS; at++) held.judged("submit", { passed: 0, mended: [] });
    expect(held.moves.map(({ about }) => about)).toEqual(["last-submission", "untrusted"]);
  });
});

test("who asks the assistant only once the code was handed in has still worked alone", () => {
  const held = new Held()
    .says("I write it myself, a first and then b.")
    .judged("run")
    .judged("submit")
    .part("a", [0, 1]);
  expect(held.scores().all).toBe(0.65);
});

test("somebody who never asks the assistant shows nothing of what the round is about and does not pass", () => {
  const held = new Held().says("I write it myself, a first and then b.").judged("run").judged("submit");
  expect(held.scores()).toMatchObject({ decomposition: null, directing: null, review: null, outcome: 1, all: 0.65 });
});
