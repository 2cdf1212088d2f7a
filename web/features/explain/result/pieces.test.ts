import { expect, test } from "vitest";
import { piecesOf } from "./pieces.ts";

const text = "Our recall is low. We catch seven of ten, so it never errs.";
const at = (part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length, text: part };
};
const given = {
  text,
  criteria: [
    { id: "catch", points: 2, probability: 0.9, span: at("We catch seven of ten"), metWhen: "says how many", say: [] },
  ],
  distortions: [{ id: "errs", span: at("it never errs"), says: "It never errs.", whyWrong: "It does." }],
  reading: {
    terms: { unexplained: [{ term: "recall", instead: "how much we catch", uses: [at("recall")] }], explained: [] },
  },
} as unknown as Parameters<typeof piecesOf>[0];

test("words that came across, unknown words and a claim that went too far are pieces of their own", () => {
  const pieces = piecesOf(given);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter(({ kind }) => kind !== "plain").map(({ kind, text: said, note }) => [kind, said, note])).toEqual(
    [
      ["term", "recall", "Say instead: how much we catch"],
      ["came", "We catch seven of ten", "says how many"],
      ["distortion", "it never errs", "It does."],
    ],
  );
});

test("a point that did not come across is not marked, and an unknown word within one is told", () => {
  const [criterion] = given.criteria;
  if (!criterion) throw new Error("there is one");
  const missed = piecesOf({ ...given, criteria: [{ ...criterion, probability: 0.4 }] });
  expect(missed.some(({ kind }) => kind === "came")).toBe(false);
  const whole = piecesOf({ ...given, criteria: [{ ...criterion, span: at("Our recall is low") }] });
  expect(whole.slice(0, 3).map(({ kind, criteria }) => [kind, criteria])).toEqual([
    ["came", ["catch"]],
    ["term", ["catch"]],
    ["came", ["catch"]],
  ]);
});
