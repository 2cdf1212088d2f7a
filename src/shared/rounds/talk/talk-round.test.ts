import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Move } from "../move.ts";
import type { Reading } from "../reading.ts";
import type { Step } from "../round.ts";
import type { TalkSetup, TalkState, Topic } from "./talk.ts";
import { talkRound } from "./talk-round.ts";

const MINUTE = 60_000;

const topic = (id: string): Topic => ({
  id,
  title: `Topic ${id}`,
  item: { id: `item-${id}`, version: "1", skills: ["a.b"] },
  opening: null,
  ask: `What about ${id}?`,
  points: [
    { id: "first", metWhen: "says the first", points: 2 },
    { id: "second", metWhen: "says the second", points: 1 },
  ],
  probes: [
    { about: "first", ask: `And ${id} at first?` },
    { about: "second", ask: `And ${id} then?` },
  ],
  hint: `Look at ${id} from behind.`,
  reference: `All of ${id}.`,
  minutes: 9,
  graderVersion: "g",
  source: null,
});

const setup = (changed: Partial<TalkSetup> = {}): TalkSetup => ({
  kind: "metrics",
  topics: [topic("a"), topic("b"), topic("c")],
  style: { probes: 2, hints: true, deepens: false, scoredBy: "answers" },
  minutes: 45,
  nudgeAfterMs: 60_000,
  interrupts: false,
  ...changed,
});

const reading = (first: number, second: number, changed: Partial<Reading> = {}): Reading => ({
  intent: "answers",
  engine: "embedded",
  score: (2 * first + second) / 3,
  se: 0.05,
  abstained: false,
  flags: [],
  points: [
    { id: "first", points: 2, probability: first, span: { start: 0, end: 4, text: "word" } },
    { id: "second", points: 1, probability: second, span: null },
  ],
  mistaken: [],
  probes: [],
  facts: [],
  ...changed,
});

/** A talk in which each turn takes a minute. */
function talk(changed: Partial<TalkSetup> = {}) {
  let seq = 0;
  let now = 0;
  let step: Step<TalkState> = talkRound.start(setup(changed), now);
  const acts = () => step.moves.map(({ act, about }) => (about === "" ? act : `${act} ${about}`));
  return {
    acts,
    get step() {
      return step;
    },
    says(heard: Reading, text = "word after word") {
      now += MINUTE;
      seq += 1;
      step = talkRound.candidateSays(step.state, { seq, text, reading: heard }, now);
      return acts();
    },
    beats(minutes: number, beat = { idleMs: 0, draftWords: 0 }) {
      now += minutes * MINUTE;
      step = talkRound.tick(step.state, beat, now);
      return acts();
    },
  };
}

describe("what the interviewer does", () => {
  test("a full answer is followed by the next topic, without a word about what it had", () => {
    const held = talk();
    expect(held.acts()).toEqual(["ask first"]);
    expect(held.says(reading(0.9, 0.9))).toEqual(["ask"]);
    expect(held.says(reading(0.9, 0.9))).toEqual(["ask"]);
    expect(held.says(reading(0.9, 0.9))).toEqual(["close done"]);
  });

  test("what is missing is asked for, the weightier first, and each once", () => {
    const held = talk();
    expect(held.says(reading(0.1, 0.1), "words ".repeat(40))).toEqual(["probe first"]);
    expect(held.says(reading(0.8, 0.1))).toEqual(["probe second"]);
    expect(held.says(reading(0.8, 0.1))).toEqual(["ask"]);
  });

  test("whoever only asks is answered in new words while there are any, and then taken on to the end", () => {
    const held = talk({ minutes: 200 });
    const asks = Array.from({ length: 12 }, () => held.says(reading(0, 0, { intent: "asks" }))).flat();
    expect(asks.filter((act) => act === "leave-open")).toHaveLength(8);
    expect(asks.slice(8)).toEqual(["ask", "ask", "close done"]);
  });

  test("a story told before is no answer to a second question: another is asked for once", () => {
    const held = talk({ style: { probes: 2, hints: true, deepens: false, scoredBy: "points" } });
    expect(held.says(reading(0.9, 0.9), "A story.")).toEqual(["ask"]);
    const retold = reading(0, 0, { intent: "retells", points: [] });
    expect(held.says(retold, "The same story.")).toEqual(["redirect retold"]);
    expect(held.says(retold, "And again.")).toEqual(["ask"]);
    expect(held.step.state.topics[1]).toMatchObject({ said: [], strayed: 2 });
    expect(held.says(reading(0.9, 0.9), "Something else, and short.")).toEqual(["close done"]);
  });

  test("what the grader is unsure about is let be", () => {
    expect(talk().says(reading(0.9, 0.42))).toEqual(["ask"]);
  });

  test("a mistaken claim is taken up in the candidate's words before anything else", () => {
    const held = talk();
    const mistaken = [{ id: "m", whyWrong: "no", span: { start: 0, end: 9, text: "All noise" } }];
    held.says(reading(0.1, 0.1, { mistaken }));
    expect(held.step.moves).toMatchObject([{ act: "challenge", about: "m", quote: "All noise" }]);
    expect(held.says(reading(0.1, 0.1, { mistaken }))).toEqual(["probe first"]);
  });

  test("somebody who is stuck gets one hint, then the next topic", () => {
    const held = talk();
    expect(held.says(reading(0, 0, { intent: "stuck", points: [] }), "I don't know.")).toEqual(["hint"]);
    expect(held.says(reading(0, 0, { intent: "stuck", points: [] }), "I don't know.")).toEqual(["ask"]);
  });

  test("a fact is told once, and one that there is not is left open", () => {
    const held = talk();
    const asks = reading(0, 0, { intent: "asks", points: [], facts: [{ id: "f", answer: "Ten." }] });
    expect(held.says(asks)).toEqual(["inform f"]);
    expect(held.says(asks)).toEqual(["leave-open f"]);
    expect(held.says({ ...asks, facts: [] })).toEqual(["leave-open"]);
    const both = [
      { id: "f", answer: "Ten." },
      { id: "g", answer: "Two." },
    ];
    expect(held.says({ ...asks, facts: both }), "one of them is new").toEqual(["inform g"]);
  });

  test("whoever wants the answer, gives orders or strays is led back, and not for ever", () => {
    const held = talk();
    expect(held.says(reading(0, 0, { intent: "wants-answer", points: [] }))).toEqual(["decline answer"]);
    expect(held.says(reading(0, 0, { intent: "instructs", points: [] }))).toEqual(["decline instructions"]);
    expect(held.says(reading(0, 0, { intent: "strays", points: [] }))).toEqual(["ask"]);
    expect(held.says(reading(0, 0, { intent: "strays", points: [] }))).toEqual(["redirect"]);
  });

  test("the third insult ends the round", () => {
    const held = talk();
    const insult = reading(0, 0, { intent: "insults", points: [] });
    expect(held.says(insult)).toEqual(["warn 1"]);
    expect(held.says(insult)).toEqual(["warn 2"]);
    expect(held.says(insult)).toEqual(["close conduct"]);
  });

  test("a question is said again as often as it is wished for", () => {
    const held = talk();
    const again = reading(0, 0, { intent: "wants-repeat", points: [] });
    held.says(again);
    expect(held.step.moves).toMatchObject([{ act: "repeat", core: "What about a?" }]);
  });

  test("a deepening talk ends where two levels in a row have failed", () => {
    const held = talk({ style: { probes: 0, hints: false, deepens: true, scoredBy: "answers" } });
    held.says(reading(0.1, 0.1));
    expect(held.says(reading(0.1, 0.1))).toEqual(["close done"]);
  });
});

describe("time", () => {
  test("a silence is ended by one nudge a question, and by none where none is wanted", () => {
    const held = talk();
    expect(held.beats(2, { idleMs: 2 * MINUTE, draftWords: 0 })).toEqual(["nudge"]);
    expect(held.beats(2, { idleMs: 4 * MINUTE, draftWords: 0 })).toEqual([]);
    expect(talk({ nudgeAfterMs: null }).beats(9, { idleMs: 9 * MINUTE, draftWords: 0 })).toEqual([]);
  });

  test("the last minutes are called, late ones once, and the end comes by itself", () => {
    const held = talk({ nudgeAfterMs: null });
    expect(held.beats(40)).toEqual(["call-time 5"]);
    expect(held.beats(1)).toEqual([]);
    expect(held.beats(3)).toEqual(["call-time 1"]);
    expect(held.beats(1)).toEqual(["close time"]);
    expect(held.step.over).toBe("time");
    expect(held.beats(1)).toEqual([]);
    expect(talk({ nudgeAfterMs: null }).beats(44.5)).toEqual(["call-time 1"]);
  });

  test("a long answer is cut into only where that was chosen, and once a topic", () => {
    const beat = { idleMs: 0, draftWords: 300 };
    expect(talk().beats(1, beat)).toEqual([]);
    const held = talk({ interrupts: true });
    expect(held.beats(1, beat)).toEqual(["interrupt"]);
    expect(held.beats(1, beat)).toEqual([]);
  });
});

describe("what it showed", () => {
  test("words are quoted with the moment at which they were said", () => {
    const held = talk();
    held.says(reading(0.1, 0.1), "Nothing much.");
    const later = { start: "Nothing much.".length + 2, end: 20, text: "the first" };
    const points = reading(0.9, 0.1).points.map((point) => (point.id === "first" ? { ...point, span: later } : point));
    held.says(reading(0.9, 0.1, { points }), "the first thing");
    const { dimensions } = talkRound.assess(held.step.state, 5 * MINUTE);
    expect(dimensions[0]?.evidence).toEqual([{ seq: 2, quote: "the first", says: "says the first", good: true }]);
  });

  test("who said nothing is not judged", () => {
    const held = talk();
    held.says(reading(0, 0, { intent: "says-nothing", points: [] }), "");
    const { dimensions, ...whole } = talkRound.assess(held.step.state, MINUTE);
    expect(whole).toMatchObject({ score: null, se: null });
    expect(dimensions[0]?.stronger).toBe("Nothing was said that could be judged.");
  });

  test("who spoke of something else is told what was missing", () => {
    const held = talk();
    held.says(reading(0, 0, { intent: "strays", points: [] }), "The weather was fine.");
    expect(talkRound.assess(held.step.state, MINUTE).dimensions[0]?.stronger).toMatch(/^Missing: says the first/);
  });

  test("what caps the whole of a story caps its points: one that is not believed does not pass by its parts", () => {
    const held = talk({ style: { probes: 0, hints: false, deepens: false, scoredBy: "points" } });
    held.says(reading(1, 1, { score: 0.4 }));
    held.says(reading(1, 1, { score: 0.4 }));
    const { score } = talkRound.assess(held.step.state, 3 * MINUTE);
    expect(score).toBeLessThan(0.5);
  });

  test("one topic tells less than its grade alone", () => {
    const held = talk();
    held.says(reading(0.9, 0.9));
    const one = talkRound.assess(held.step.state, MINUTE);
    held.says(reading(0.9, 0.9));
    held.says(reading(0.9, 0.9));
    expect(talkRound.assess(held.step.state, 3 * MINUTE).se).toBeLessThan(one.se ?? 0);
  });

  test("points that show the same are measured together, over all topics that were opened, with what was missing", () => {
    const marked = topic("a");
    const points = marked.points.map((point) => ({ ...point, shows: point.id === "first" ? "reading" : "decision" }));
    const held = talk({ topics: [{ ...marked, points }, { ...topic("b"), points }, topic("never-opened")] });
    held.says(reading(0.9, 0.1));
    held.says(reading(0.9, 0.1));
    held.says(reading(0.9, 0.1));
    held.says(reading(0.7, 0.1));
    const measures = talkRound.assess(held.step.state, 5 * MINUTE).measures;
    const [read, decided] = ["reading", "decision"].map((id) => measures.find((each) => each.id === id));
    expect(read?.score).toBeGreaterThan(0.7);
    expect(read?.evidence.every(({ quote, good }) => quote === "word" && good)).toBe(true);
    expect(decided?.score).toBeLessThan(0.2);
    expect(decided?.stronger).toBe("Missing: says the second.");
    const one = talk({ topics: [{ ...marked, points }, topic("b")] });
    one.says(reading(0.9, 0.1));
    const alone = talkRound.assess(one.step.state, MINUTE).measures;
    expect(alone.find(({ id }) => id === "reading")?.se).toBeGreaterThan(read?.se ?? 1);
    // a topic that time did not allow is no measure
    expect(alone.map(({ id }) => id)).toEqual(["reading", "decision"]);
  });

  test("more words around a point do not take it back", () => {
    const held = talk();
    held.says(reading(0.9, 0.1));
    held.says(reading(0.4, 0.1));
    expect(held.step.state.topics[0]?.reading?.points[0]?.probability).toBe(0.9);
  });
});

test("whatever is said, no question, probe, hint or fact comes twice, and every talk ends", () => {
  const anyReading = fc
    .record({
      intent: fc.constantFrom(
        "answers",
        "asks",
        "wants-hint",
        "wants-answer",
        "stuck",
        "is-done",
        "says-nothing",
        "strays",
        "instructs",
        "thinks",
      ),
      first: fc.double({ min: 0, max: 1, noNaN: true }),
      second: fc.double({ min: 0, max: 1, noNaN: true }),
      facts: fc.uniqueArray(
        fc.constantFrom("f", "g").map((id) => ({ id, answer: id })),
        { selector: ({ id }) => id },
      ),
    })
    .map(({ intent, first, second, facts }) => reading(first, second, { intent: intent as Reading["intent"], facts }));
  fc.assert(
    fc.property(fc.array(anyReading, { maxLength: 60 }), fc.boolean(), (readings, deepens) => {
      const held = talk({ style: { probes: 2, hints: true, deepens, scoredBy: "answers" } });
      const moves: Move[] = [...held.step.moves];
      for (const each of readings) {
        held.says(each);
        moves.push(...held.step.moves);
      }
      for (let minute = 0; minute < 46; minute++) held.beats(1);
      expect(held.step.over).not.toBeNull();
      const once = moves.filter(({ act }) => ["ask", "probe", "hint", "inform", "challenge", "close"].includes(act));
      const keys = once.map(({ act, topic: where, about }) => `${act}/${where}/${about}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
