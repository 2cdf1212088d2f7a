import * as fc from "fast-check";
import { expect, test } from "vitest";
import { adaptationOf } from "./adaptation.ts";
import { isCopied } from "./copied.ts";
import { containment, sharedPassages } from "./same-wording.ts";

// Measured on the samples of the first drills: strong explanations for two listeners share at most 2 % of their runs of three
// words and have a cosine of at most 0.31; two explanations for the same listener 6 to 13 % and 0.65 to 0.71.

const BOARD =
  "We catch seven of ten frauds, and four of ten people whom we stop are honest. If we get stricter we stop more theft and " +
  "annoy more good customers. Tell me what a lost customer costs us, and I will set it there.";
const JUNIOR =
  "Take your list of alarms and the list of broken panels. Precision divides the hits by the first list and recall by the " +
  "second. Lower the threshold, and you find more cracks but send the crew to sound panels more often.";

test("an explanation in other words for other needs is adapted", () => {
  expect(adaptationOf(BOARD, JUNIOR).verdict).toBe("adapted");
});

test("the same one with another greeting is not", () => {
  const again = `Hello Anna. ${BOARD} Ask me if that was too quick.`;
  const { verdict, sameWording } = adaptationOf(BOARD, again);
  expect(verdict).toBe("not-adapted");
  expect(sameWording).toBeGreaterThan(0.9);
  expect(sharedPassages(again, BOARD).map(({ text }) => `${text}.`)).toEqual([BOARD]);
});

test("the same words in another order are little adapted at best", () => {
  const turned = BOARD.split(" ").toReversed().join(" ");
  expect(adaptationOf(BOARD, turned)).toMatchObject({ sameWording: 0, verdict: "not-adapted" });
});

test("one half kept word for word is marked", () => {
  const half = `${BOARD.split(". ")[0]}. Nothing else of it stands here, and the rest is about something new.`;
  expect(adaptationOf(BOARD, half).verdict).not.toBe("adapted");
  expect(sharedPassages(half, BOARD)).toHaveLength(1);
});

test("containment is a share, and whole for what is contained", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 3, maxLength: 20 });
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [one, other] = [left.join(" "), right.join(" ")];
      expect(containment(one, `${other} ${one}`)).toBe(1);
      expect(containment(one, other)).toBeGreaterThanOrEqual(0);
      expect(containment(one, other)).toBeLessThanOrEqual(1);
      for (const { start, end, text } of sharedPassages(one, other)) expect(one.slice(start, end)).toBe(text);
    }),
  );
});

test("the model explanation, or the rubric's own lines, are a copy; one's own words are none", () => {
  const listener = {
    reference: BOARD,
    rubric: [{ say: ["There are two things to ask, how much we catch is one."] }],
  } as never;
  expect(isCopied(listener, `Well. ${BOARD}`)).toBe(true);
  expect(isCopied(listener, "There are two things to ask, how much we catch is one.")).toBe(true);
  expect(isCopied(listener, JUNIOR)).toBe(false);
});
