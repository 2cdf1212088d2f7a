import { expect, test } from "vitest";
import { handedIn } from "./handed-in.ts";
import type { Session, Work } from "./types.ts";

const turn = (seq: number, type: string) =>
  ({ seq, round: 0, atMs: 0, who: "candidate", act: null, text: "", did: { type } }) satisfies Session["turns"][number];
const turns = [turn(3, "run"), turn(5, "submit"), turn(9, "run")];
const tried = (said: string) => ({ tone: "part" as const, said });
const work: Work = {
  texts: ["starter", "first", "second", "third"],
  rounds: [
    {
      round: 0,
      language: "python",
      moments: [
        { seq: 1, atMs: 0, text: 0, verdict: null },
        { seq: 3, atMs: 1, text: 1, verdict: tried("1 of 2") },
        { seq: 5, atMs: 2, text: 2, verdict: tried("2 of 9") },
        { seq: 7, atMs: 3, text: 3, verdict: null },
        { seq: 9, atMs: 4, text: 3, verdict: tried("2 of 2") },
      ],
    },
  ],
};

test("the code is the one that was submitted last, with what came of it; what was run after that is not", () => {
  expect(handedIn(work, turns, 0)).toMatchObject({ text: "second", said: "The code, as handed in last: 2 of 9" });
});

test("without a submission it is what stood at the end, and in a round of talk there is none", () => {
  const never = turns.filter(({ did }) => did.type !== "submit");
  expect(handedIn(work, never, 0)).toMatchObject({ text: "third", said: "The code, as it stood at the end" });
  expect(handedIn(work, turns, 1)).toBeUndefined();
});
