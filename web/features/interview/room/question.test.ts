import { expect, test } from "vitest";
import type { Turn } from "../types.ts";
import { lastWords } from "./question.ts";

const asked = (seq: number, act: Turn["act"]): Turn => ({
  seq,
  act,
  round: 0,
  atMs: 0,
  who: "interviewer",
  text: `${act}`,
  did: null,
});
const said = (seq: number): Turn => ({ ...asked(seq, null), who: "candidate" });
const seqs = (turns: readonly Turn[]) => {
  const { words, standing } = lastWords(turns);
  return { words: words.map(({ seq }) => seq), standing: standing?.seq };
};

test("all that the interviewer said since the candidate's words stands on top", () => {
  expect(seqs([asked(1, "ask"), said(2), asked(3, "inform"), asked(4, "probe"), asked(5, "nudge")])).toEqual({
    words: [3, 4, 5],
    standing: undefined,
  });
});

test("after words that ask nothing the question still stands", () => {
  expect(seqs([asked(1, "ask"), said(2), asked(3, "wait")])).toEqual({ words: [3], standing: 1 });
});

test("while the interviewer listens there are no words, and the question stands", () => {
  expect(seqs([asked(1, "ask"), said(2)])).toEqual({ words: [], standing: 1 });
  expect(seqs([])).toEqual({ words: [], standing: undefined });
});
