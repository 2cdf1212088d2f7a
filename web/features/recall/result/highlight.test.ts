import { expect, test } from "vitest";
import type { GradedAnswer } from "../types.ts";
import { piecesOf } from "./highlight.ts";

const text = "It averages many trees. More data never helps.";
const criterion = (id: string, start: number, end: number, probability: number): GradedAnswer["criteria"][number] => ({
  id,
  points: 1,
  probability,
  span: { start, end, text: text.slice(start, end) },
  metWhen: "",
  say: [],
  probe: null,
  overruled: null,
});

test("the words of a criterion that is met are a piece of their own, and all pieces give the answer back", () => {
  const pieces = piecesOf({ text, criteria: [criterion("average", 3, 22, 0.9)], misconceptions: [] });
  expect(pieces.map(({ text: each, criteria }) => [each, criteria])).toEqual([
    ["It ", []],
    ["averages many trees", ["average"]],
    [". More data never helps.", []],
  ]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
});

test("what was missed is not marked, and what the learner overruled is as they say", () => {
  const missed = criterion("average", 3, 22, 0.2);
  expect(piecesOf({ text, criteria: [missed], misconceptions: [] })).toHaveLength(1);
  expect(piecesOf({ text, criteria: [{ ...missed, overruled: true }], misconceptions: [] })).toHaveLength(3);
});

test("pieces that overlap carry both, and a mistaken claim is told", () => {
  const span = { start: 24, end: 46, text: text.slice(24, 46) };
  const pieces = piecesOf({
    text,
    criteria: [criterion("a", 0, 22, 0.9), criterion("b", 12, 30, 0.9)],
    misconceptions: [{ id: "no-data", span, says: "", whyWrong: "" }],
  });
  expect(pieces.find((piece) => piece.criteria.length === 2)?.text).toBe("many trees");
  expect(
    pieces
      .filter(({ misconception }) => misconception)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(span.text);
});
