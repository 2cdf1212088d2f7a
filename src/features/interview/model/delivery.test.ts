import { expect, test } from "vitest";
import { coachingFor, type SpokenTurn } from "./delivery.ts";

const PLAIN = Array.from({ length: 100 }, (_, at) => `word${at}`).join(" ");
const turn = (given: Partial<SpokenTurn> = {}): SpokenTurn => ({ text: PLAIN, seconds: 40, pauses: [], ...given });

function said(turns: SpokenTurn[]): Record<string, [value: number | null, says: boolean]> {
  const measures = coachingFor(turns)?.measures ?? [];
  return Object.fromEntries(measures.map(({ id, value, says }) => [id, [value, says !== null]]));
}

test("nothing spoken, nothing coached", () => {
  expect(coachingFor([])).toBeNull();
  expect(coachingFor([turn({ seconds: 0 })])).toBeNull();
});

test("of a usual pace nothing is said; at 125 and 190 words a minute neither", () => {
  const at = (wordsAMinute: number) => said([turn({ seconds: 6_000 / wordsAMinute })]).pace;
  for (const usual of [125.01, 156, 189.99]) expect(at(usual)?.[1]).toBe(false);
  expect(at(124)?.[1]).toBe(true);
  expect(at(191)?.[1]).toBe(true);
  expect(at(150)?.[0]).toBeCloseTo(150);
});

test("fillers are told of above seven in a hundred words, however they are spelt", () => {
  const filled = (fillers: string[]) =>
    turn({ text: `${PLAIN.split(" ").slice(fillers.length).join(" ")} ${fillers.join(", ")}` });
  const seven = ["uh", "Um", "uhm", "umm", "uhh", "erm", "uh"];
  expect(said([filled(seven)]).fillers).toEqual([7, false]);
  expect(said([filled([...seven, "um"])]).fillers).toEqual([8, true]);
  expect(said([turn({ text: `${PLAIN} human umbrella ER term uhuru` })]).fillers?.[0]).toBe(0);
});

test("pauses are told of above four and a half seconds", () => {
  expect(said([turn({ pauses: [0.5, 4.5] })])).toMatchObject({
    "longest-pause": [4.5, false],
    "mean-pause": [2.5, false],
  });
  expect(said([turn({ pauses: [0.5] }), turn({ pauses: [4.6] })])["longest-pause"]).toEqual([4.6, true]);
  expect(said([turn()])["longest-pause"]).toEqual([null, false]);
});

test("like, you know and we are counted without a word about them", () => {
  const text = `${PLAIN} ${"Like, you know, we we're likely weird ".repeat(10)}`;
  const { tags, we } = said([turn({ text, seconds: 60 })]);
  expect(tags?.[0]).toBeCloseTo((100 * 20) / 170);
  expect(we?.[0]).toBeCloseTo((100 * 20) / 170);
  expect([tags?.[1], we?.[1]]).toEqual([false, false]);
});

test("a few words tell nothing of a pace, and what was typed into a spoken turn is not taken for speech", () => {
  expect(said([turn({ text: "Yes, I would.", seconds: 2 })]).pace).toEqual([null, false]);
  expect(coachingFor([turn({ seconds: 5 })])).toBeNull();
  expect(coachingFor([turn({ seconds: 5 }), turn()])).toMatchObject({ turns: 1, words: 100, seconds: 40 });
});
