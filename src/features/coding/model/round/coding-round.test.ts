import { expect, test } from "vitest";
import { nothingHeard } from "../../../../shared/rounds/hear-answer.ts";
import type { Move } from "../../../../shared/rounds/move.ts";
import type { Intent, Reading } from "../../../../shared/rounds/reading.ts";
import type { RoundAction } from "../../schema.ts";
import { codingRound } from "./coding-round.ts";
import { keepsSnapshot, MOST_SUBMISSIONS } from "./log-limits.ts";
import type { RoundOutcome } from "./outcome.ts";
import type { CodingSetup, CodingState } from "./state.ts";

const MINUTE_MS = 60_000;
const criterion = (id: string, title: string) => ({
  id,
  title,
  points: 1,
  met_when: "says so in one sentence",
  not_enough: "does not",
  rounds: ["coding" as const],
  when: "always" as const,
  cues: [["x"]],
  say: [],
});
const SETUP: CodingSetup = {
  kind: "coding",
  item: { id: "1", version: "1", slug: "tiny", title: "Tiny", skills: ["s"], levels: 1, tier: "python" },
  prompt: "Write it.",
  starter: "def f(): ...",
  levelTexts: [],
  tests: [],
  hints: ["First.", "Second."],
  followUp: { ask: "And with two machines?", answer: "Shard it." },
  faults: [],
  growths: ["1.1"],
  reference: "the reference",
  criteria: [criterion("edge-cases", "Named own cases"), criterion("complexity", "Named the cost")],
  vocabulary: [],
  minutes: 45,
  nudgeAfterMs: 60_000,
  interrupts: false,
  graderVersion: "v",
};

/** A round with its own clock: each thing that happens takes a minute. */
class Held {
  state: CodingState;
  moves: Move[];
  all: Move[];
  over: string | null = null;
  #now = 0;
  #seq = 0;

  constructor(setup: Partial<CodingSetup> = {}) {
    const { state, moves } = codingRound.start({ ...SETUP, ...setup }, 0);
    [this.state, this.moves, this.all] = [state, moves, moves];
  }

  says(text: string, intent: Intent = "answers", points: Record<string, number> = {}): this {
    const heard = Object.entries(points).map(([id, probability]) => ({ id, points: 1, probability, span: null }));
    const reading: Reading = { ...nothingHeard(intent), points: heard };
    return this.#take(codingRound.candidateSays(this.state, { seq: ++this.#seq, text, reading }, this.#later()));
  }

  does(action: RoundAction, outcome: RoundOutcome = { type: "noted" }): this {
    return this.#take(codingRound.candidateDoes(this.state, { seq: ++this.#seq, action, outcome }, this.#later()));
  }

  waits(minutes: number): this {
    this.#now += minutes * MINUTE_MS;
    return this.#take(codingRound.tick(this.state, { idleMs: minutes * MINUTE_MS, draftWords: 0 }, this.#now));
  }

  assessed() {
    return codingRound.assess(this.state, this.#now);
  }

  score(id: string): number | null | undefined {
    return this.assessed().dimensions.find((each) => each.id === id)?.score;
  }

  #later(): number {
    this.#now += MINUTE_MS;
    return this.#now;
  }

  #take({ state, moves, over }: ReturnType<typeof codingRound.tick>): this {
    this.state = state;
    this.moves = moves;
    this.all = [...this.all, ...moves];
    this.over = over;
    return this;
  }
}

function judged(passed: number, { total = 4, mode = "submit" as "run" | "submit" } = {}): RoundOutcome {
  const accepted = passed === total;
  return {
    type: "judged",
    seen: { mode, verdict: accepted ? "accepted" : "wrong-answer", level: 1, visible: [], hidden: null, stdout: "" },
    passed,
    total,
    share: accepted ? 1 : passed / total / 2,
    levelsPassed: accepted ? 1 : 0,
    mended: [],
    belief: null,
    findings: [],
  };
}
const WRITTEN = { type: "code", code: "def f(): return 1" } as const;
const SUBMIT = { type: "submit" } as const;
const RUN = { type: "run" } as const;
const PLAN = "I would sort the rows once by their start and then walk through them with one pointer only.";
const acts = ({ moves }: Held) => moves.map(({ act }) => act);

test("somebody who writes without a word is asked for the approach, once", () => {
  const held = new Held().does(WRITTEN);
  expect(held.moves).toMatchObject([{ act: "probe", about: "words-first" }]);
  expect(held.does({ ...WRITTEN, code: "def f(): return 2" }).moves).toEqual([]);
  expect(new Held().says(PLAN, "answers", { complexity: 0.9 }).does(WRITTEN).moves).toEqual([]);
});

test("an approach without its cost is asked for it, one with it is not", () => {
  expect(new Held().says(PLAN).moves).toMatchObject([{ act: "probe", about: "cost" }]);
  expect(acts(new Held().says(`${PLAN} That is O(n log n).`))).toEqual(["listen"]);
});

test("once it passes: what was not said is asked for, then one question more, then the end", () => {
  const held = new Held().does(WRITTEN).does(SUBMIT, judged(4));
  expect(held.moves).toMatchObject([{ about: "cost-after" }]);
  expect(held.says("It is n log n.").moves).toMatchObject([{ about: "edges-after" }]);
  expect(held.says("An empty list.").moves).toMatchObject([{ act: "ask", core: "And with two machines?" }]);
  expect(held.says("Shard it.").over).toBe("done");
  const talker = new Held().says(`${PLAN} O(n log n).`, "answers", { "edge-cases": 0.9 });
  expect(talker.does(WRITTEN).does(SUBMIT, judged(4)).moves).toMatchObject([{ about: "follow-up" }]);
});

test("failures are asked about in other words each time, and nothing is asked twice", () => {
  const held = new Held().says(PLAN, "answers", { complexity: 0.9 });
  for (let at = 0; at < MOST_SUBMISSIONS + 3; at++) held.does(RUN, judged(1, { mode: "run" })).does(SUBMIT, judged(2));
  const cores = held.all.map(({ core }) => core).filter((core) => core !== "");
  expect(new Set(cores).size).toBe(cores.length);
  expect(cores.length).toBeGreaterThan(10);
});

test("hints come one after another, cost, and end before the solution", () => {
  const held = new Held().says("A hint?", "wants-hint");
  expect(held.moves).toMatchObject([{ act: "hint", core: "First." }]);
  expect(held.says("I am stuck.", "stuck").moves).toMatchObject([{ act: "hint", core: "Second." }]);
  expect(held.says("A hint?", "wants-hint").moves).toMatchObject([{ act: "decline", about: "hint" }]);
  held.does(WRITTEN).does(SUBMIT, judged(4));
  expect(held.score("problem-solving")).toBeCloseTo(0.9);
});

test("in a problem of levels no hint of an earlier level is given", () => {
  const item = { ...SETUP.item, levels: 3 };
  const held = new Held({ kind: "progressive", item, levelTexts: ["two", "three"] })
    .does(WRITTEN)
    .does(SUBMIT, judged(4));
  expect(held.state.level).toBe(2);
  expect(held.says("A hint?", "wants-hint").moves).toMatchObject([{ core: "Second." }]);
});

test("who stands still is nudged and then helped; time is called, and it ends", () => {
  const held = new Held();
  expect(acts(held.waits(2))).toEqual(["nudge"]);
  expect(acts(held.waits(5.5))).toEqual(["hint"]);
  held.does(WRITTEN);
  expect(acts(held.waits(32))).toEqual(["call-time", "comment"]);
  expect(acts(held.waits(3.5))).toEqual(["call-time"]);
  expect(held.waits(2).over).toBe("time");
  expect(held.waits(1).moves).toEqual([]);
});

test("questions about finished code that nobody answers are left", () => {
  const held = new Held().does(WRITTEN).does(SUBMIT, judged(4));
  for (let at = 0; at < 4; at++) held.waits(3);
  expect(held.over).toBe("done");
});

test("talk alone passes nothing, code alone is a bare yes, both are more", () => {
  const points = { "edge-cases": 1, complexity: 1 };
  const talk = `${PLAN} ${PLAN} It is O(n log n).`;
  const talker = new Held().says(talk, "answers", points).says("Done.", "is-done").says("Done.", "is-done");
  const coder = new Held().does(WRITTEN).does(SUBMIT, judged(4));
  const both = new Held()
    .says(talk, "answers", points)
    .does(WRITTEN)
    .does(RUN, judged(1, { total: 1, mode: "run" }));
  both.does(SUBMIT, judged(4));
  expect(talker.assessed().score).toBeLessThan(0.35);
  expect(coder.assessed().score).toBeCloseTo(0.72);
  expect(coder.score("communication")).toBeNull();
  expect(both.assessed().score).toBeGreaterThan(0.95);
});

test("who is done without handing in is told so once; then the draft is judged as it stands, and once", () => {
  const held = new Held().says(PLAN).does(WRITTEN).says("I am done.", "is-done");
  expect(held.moves).toMatchObject([{ act: "comment", core: expect.stringContaining("Nothing is submitted yet") }]);
  expect(held.says("I am done.", "is-done").over).toBe("done");
  held.does(SUBMIT, judged(4));
  expect(held.moves).toEqual([]);
  expect(held.score("problem-solving")).toBe(1);
  expect(held.assessed().dimensions[0]?.evidence[0]?.says).toContain("last draft");
  expect(held.does(SUBMIT, judged(1)).state.attempts).toHaveLength(1);
});

test("a better draft than what was handed in is judged too, and is no testing of theirs", () => {
  const better = { ...WRITTEN, code: `${WRITTEN.code}\nbetter = True` };
  const held = new Held().says(PLAN).does(WRITTEN).does(SUBMIT, judged(1)).does(better);
  const tested = held.score("testing");
  expect(held.waits(120).over).toBe("time");
  held.does(SUBMIT, judged(4));
  expect(held.score("problem-solving")).toBe(1);
  expect(held.score("testing")).toBe(tested);
  expect(held.assessed().dimensions[0]?.evidence[0]?.says).toContain("last draft");
});

test("handing in some of it is never worth less than not handing it in", () => {
  const tried = () =>
    new Held()
      .says(`${PLAN} ${PLAN}`, "answers", { "edge-cases": 0.9 })
      .does(WRITTEN)
      .does(RUN, judged(4, { mode: "run" }));
  const kept = tried();
  const handedIn = tried().does(SUBMIT, judged(1));
  expect(handedIn.score("problem-solving")).toBe(kept.score("problem-solving"));
  expect(handedIn.assessed().score).toBe(kept.assessed().score);
});

test("checks in the code count in full before it is handed in, for half after, and only where they run", () => {
  const testing = (code: string, ...modes: ("run" | "submit")[]) =>
    modes
      .reduce((held, mode, at) => {
        const last = at === modes.length - 1;
        return held.does({ type: mode, code: last ? code : WRITTEN.code }, judged(4, { mode }));
      }, new Held().says(PLAN))
      .score("testing");
  const checked = `${WRITTEN.code}\nassert f() == 1`;
  const none = testing(WRITTEN.code, "run", "submit") ?? 1;
  expect(testing(checked, "run", "submit")).toBe(1);
  expect(testing(checked, "run", "submit", "run")).toBeCloseTo((1 + none) / 2);
  expect(testing(`${WRITTEN.code}\n"""\nassert it\n"""`, "run", "submit")).toBe(none);
  expect(testing(`def f():\n    assert True\n    return 1`, "run", "submit")).toBe(none);
});

test("nothing said, nothing done: nothing is judged", () => {
  expect(new Held().assessed()).toEqual({ score: null, se: null, dimensions: [], measures: [], topics: [] });
});

test("a log of snapshots stays small: in four hours of typing less than five megabytes", () => {
  const { state } = new Held();
  let [kept, now] = [state, 0];
  for (let at = 0; at < 4 * 3600; at++) {
    now += 1000;
    const code = `${at}`.padEnd(20_000, "#");
    if (!keepsSnapshot(kept, code, now)) continue;
    const action = { type: "code", code } as const;
    kept = codingRound.candidateDoes(
      { ...kept, over: null },
      { seq: at, action, outcome: { type: "noted" } },
      now,
    ).state;
  }
  expect(kept.snapshotCharacters).toBeLessThan(5_000_000);
  expect(kept.snapshotCharacters).toBeGreaterThan(1_000_000);
});
