import { expect, test } from "vitest";
import type { Loop } from "../types.ts";
import {
  addRound,
  chosenFrom,
  type DraftRound,
  isSound,
  leftOut,
  moveRound,
  planOf,
  removeRound,
  totalMinutes,
} from "./plan.ts";

const loop: Loop = {
  role: "mle",
  title: "ML Engineer",
  asOf: "2026-11",
  note: "",
  rounds: [
    { kind: "coding", title: "Coding screen", minutes: 45, breakMinutes: 0, available: false, note: "" },
    { kind: "breadth", title: "ML breadth", minutes: 60, breakMinutes: 5, available: true, note: "" },
    { kind: "behavioral", title: "Behavioral", minutes: 45, breakMinutes: 10, available: true, note: "" },
  ],
};
const names = (plan: readonly DraftRound[]) => plan.map(({ title, breakMinutes }) => `${breakMinutes} ${title}`);

test("the plan of a role has what can be held, no break before the first round, and says what is left out", () => {
  expect(names(planOf(loop))).toEqual(["0 ML breadth", "10 Behavioral"]);
  expect(leftOut(loop)).toEqual(["Coding screen"]);
  expect(totalMinutes(planOf(loop))).toBe(115);
});

test("rounds change places, breaks do not", () => {
  const plan = planOf(loop);
  expect(names(moveRound(plan, plan[1]?.key ?? "", -1))).toEqual(["0 Behavioral", "10 ML breadth"]);
  expect(moveRound(plan, plan[0]?.key ?? "", -1)).toEqual(plan);
});

test("what is removed takes its break along where it was the first", () => {
  const plan = planOf(loop);
  expect(names(removeRound(plan, plan[0]?.key ?? ""))).toEqual(["0 Behavioral"]);
});

test("a round is added with a break before it, up to ten", () => {
  let plan: DraftRound[] = [];
  for (let at = 0; at < 12; at++)
    plan = addRound(plan, { key: `${at}`, kind: "breadth", title: "ML breadth", minutes: 30 });
  expect(plan).toHaveLength(10);
  expect(plan.slice(0, 2).map(({ breakMinutes }) => breakMinutes)).toEqual([0, 5]);
});

test("lengths that the server would refuse are no plan", () => {
  const [first] = planOf(loop);
  expect(isSound(first ? [first] : [])).toBe(true);
  expect(isSound(first ? [{ ...first, minutes: 4 }] : [])).toBe(false);
  expect(isSound(first ? [{ ...first, minutes: Number.NaN }] : [])).toBe(false);
  expect(isSound([])).toBe(false);
});

test("the last choice is made again as far as it still fits", () => {
  const usual = { persona: "warm", nudgeAfterSeconds: 120, interrupts: false };
  expect(chosenFrom("", ["mle", "ds"])).toEqual({ role: "mle", difficulty: 3, settings: usual });
  const kept = { role: "ds", difficulty: 5, settings: { persona: "terse", nudgeAfterSeconds: null, interrupts: true } };
  expect(chosenFrom(JSON.stringify(kept), ["mle", "ds"])).toEqual(kept);
  const odd = { role: "gone", difficulty: 9, settings: { persona: "rude", nudgeAfterSeconds: 7 } };
  expect(chosenFrom(JSON.stringify(odd), ["mle"])).toEqual({ role: "mle", difficulty: 3, settings: usual });
  expect(chosenFrom("no JSON", ["mle"]).role).toBe("mle");
});
