import { expect, test } from "vitest";
import { type GradedWords, piecesOf } from "./highlight.ts";

const text = "It averages many trees. More data never helps.";
const criterion = (id: string, start: number, end: number): GradedWords["criteria"][number] => ({
  id,
  met: true,
  metWhen: "",
  span: { start, end },
});

test("the words of a criterion that is met are a piece of their own, and all pieces give the answer back", () => {
  const pieces = piecesOf({ text, criteria: [criterion("average", 3, 22)], misconceptions: [] });
  expect(pieces.map(({ text: each, criteria }) => [each, criteria])).toEqual([
    ["It ", []],
    ["averages many trees", ["average"]],
    [". More data never helps.", []],
  ]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
});

test("what was missed is not marked", () => {
  const missed = { ...criterion("average", 3, 22), met: false };
  expect(piecesOf({ text, criteria: [missed], misconceptions: [] })).toHaveLength(1);
});

test("pieces that overlap carry both, and a mistaken claim is told", () => {
  const span = { start: 24, end: 46 };
  const pieces = piecesOf({
    text,
    criteria: [criterion("a", 0, 22), criterion("b", 12, 30)],
    misconceptions: [{ id: "no-data", span }],
  });
  expect(pieces.find((piece) => piece.criteria.length === 2)?.text).toBe("many trees");
  expect(
    pieces
      .filter(({ misconception }) => misconception)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text.slice(span.start, span.end));
});
