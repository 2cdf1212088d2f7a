import { expect, test } from "vitest";
import type { ReadAttempt } from "../schema.ts";
import { firstMend } from "./first-mend.ts";

const span = { start: 0, end: 1, text: "a" };
const read = (more: Partial<ReadAttempt["reading"]> & Partial<Pick<ReadAttempt, "criteria" | "distortions">> = {}) => {
  const { criteria = [], distortions = [], ...reading } = more;
  const usual = {
    sum: [{ part: "across", amount: 1 }],
    terms: { unexplained: [], explained: [] },
    length: { words: 200, fewest: 70, most: 170, standing: "long" },
    analogy: { wanted: "needed", span: null, picture: null, limit: null, misleading: false },
    reading: { grade: 14.2, highest: 10 },
  };
  return { criteria, distortions, reading: { ...usual, ...reading } } as unknown as Parameters<typeof firstMend>[0];
};
const missed = {
  id: "m",
  points: 2,
  probability: 0.1,
  span: null,
  metWhen: "says what it costs",
  say: ["It costs ten."],
};
const came = { ...missed, id: "c", points: 6, probability: 0.95, metWhen: "says what it is" };

test("a claim that went too far comes before all else", () => {
  const distortions = [{ id: "d", span, says: "It never errs.", whyWrong: "It does." }];
  expect(firstMend(read({ criteria: [missed], distortions }))).toMatchObject({
    kind: "distortion",
    whyWrong: "It does.",
  });
});

test("a form that holds the score down is told before what is missing", () => {
  const sum = [{ part: "cap" as const, amount: -0.6 }];
  expect(firstMend(read({ criteria: [missed], sum, flags: ["model-copied"] }))).toEqual({
    kind: "limit",
    flag: "model-copied",
  });
});

test("then what costs most: a missing point, or words that they do not know", () => {
  const terms = {
    unexplained: ["recall", "F1"].map((term) => ({ term, instead: "plain words", uses: [span] })),
    explained: [],
  };
  const sum = [{ part: "terms" as const, amount: -0.16 }];
  expect(firstMend(read({ criteria: [missed], terms, sum }))).toMatchObject({ kind: "missing", say: "It costs ten." });
  expect(firstMend(read({ criteria: [came], terms, sum }))).toEqual({
    kind: "terms",
    term: "recall",
    instead: "plain words",
    more: 1,
  });
});

test("then its form, and where nothing is lost there is nothing to mend", () => {
  const lost = (part: "length" | "reading" | "analogy") => firstMend(read({ sum: [{ part, amount: -0.1 }] }));
  expect(lost("length")).toMatchObject({ kind: "length", standing: "long" });
  expect(lost("reading")).toEqual({ kind: "reading", grade: 14.2, highest: 10 });
  expect(lost("analogy")).toEqual({ kind: "analogy", standing: "missing" });
  expect(firstMend(read({ criteria: [came] }))).toEqual({ kind: "nothing" });
});
