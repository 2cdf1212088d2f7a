import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLine, type LinePart } from "./check-line.ts";

const missing = (text: string): LinePart[] => checkLine(text).parts.flatMap(({ part, found }) => (found ? [] : [part]));

describe("a line of a CV", () => {
  test.each([
    "Cut p99 latency of the ranking service from 240 ms to 95 ms at 3,000 requests per second by quantising the model to int8.",
    "Raised fraud recall from 71 % to 83 % at the same review load for 2 million transactions a month with a graph feature store I designed.",
    "Trained a churn model that lifted AUC from 0.71 to 0.79 over the logistic baseline, used for 400k customers.",
    "I rewrote the labelling guidelines, which moved annotator agreement (kappa) from 0.52 to 0.78 on 12,000 tickets.",
    "Reduced LLM cost per request by 62 % against the single-model baseline across 1.2M requests a month by routing easy questions to a small model.",
  ])("that says all five lacks nothing: %s", (text) => {
    expect(missing(text)).toEqual([]);
    expect(checkLine(text)).toMatchObject({ score: 1, skeleton: undefined });
  });

  test.each<[string, LinePart[]]>([
    ["Worked on improving the recommendation model.", ["metric", "baseline", "change", "scale", "own-part"]],
    ["Responsible for the fraud model, recall rose from 60 % to 70 % for 3 million transactions.", ["own-part"]],
    ["Improved recall by 12 %.", ["baseline", "scale"]],
    ["Deployed a model for 5 million users.", ["metric", "baseline", "change"]],
    ["We cut latency from 300 ms to 120 ms for 10k requests per second.", ["own-part"]],
    ["Built a dashboard.", ["metric", "baseline", "change", "scale"]],
  ])("%s lacks what it lacks", (text, lacks) => {
    expect(missing(text)).toEqual(lacks);
    expect(checkLine(text).skeleton).toBeDefined();
  });

  test("words that stand in everybody's line are pointed at", () => {
    const { vague } = checkLine("Leveraged state-of-the-art models to significantly improve performance.");
    expect(vague.map(({ text }) => text.toLowerCase())).toEqual(["leveraged", "state-of-the-art", "significantly"]);
  });

  test("a figure that nobody would believe is told of with its mend", () => {
    const [doubt] = checkLine("Improved sales by 300 %.").doubts;
    expect(doubt?.said).toBeTruthy();
    expect(doubt?.mend).toBeTruthy();
    expect(doubt?.place.text).toContain("300");
  });

  test("hiding behind the team is answered with a question about the own part", () => {
    const own = checkLine("Was responsible for the search team's ranker.").parts.find(
      ({ part }) => part === "own-part",
    );
    expect(own?.ask).toContain("which part was yours?");
  });

  test("any text is a line, and what is found stands in it word for word", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { parts, vague } = checkLine(text);
        for (const span of [...parts.flatMap(({ found }) => found ?? []), ...vague])
          expect(text.slice(span.start, span.end)).toBe(span.text);
      }),
    );
  });
});
