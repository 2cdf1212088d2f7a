import { describe, expect, test } from "vitest";
import {
  answer,
  asksFor,
  atDrawing,
  design,
  done,
  estimates,
  held,
  reading,
  refused,
  run,
  STRONG,
} from "../../../../../tests/support/held-design-round.ts";
import { tinyReport } from "../../../../../tests/support/tiny-report.ts";
import { showDesign } from "./shown.ts";
import { trimReport } from "./trim-report.ts";

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
    expect(round.does(refused("There is nothing to run yet."))).toEqual([]);
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
