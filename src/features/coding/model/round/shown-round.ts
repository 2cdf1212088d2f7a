import type { ShownCodingRound } from "../../schema.ts";
import { HINT_COST } from "../score.ts";
import { MOST_RUNS, MOST_SUBMISSIONS } from "./log-limits.ts";
import { type CodingState, isSolved, submissionsOf } from "./state.ts";

/** The problem as its candidate may see it: no hint that was not taken, no hidden test, no level that is not open. */
export function shownRound(state: CodingState): ShownCodingRound {
  const { setup, level } = state;
  const submissions = submissionsOf(state).length;
  return {
    type: "coding",
    kind: setup.kind,
    title: setup.item.title,
    minutes: setup.minutes,
    tier: setup.item.tier,
    prompt: setup.prompt,
    starter: setup.starter,
    levels: Array.from({ length: setup.item.levels }, (_, at) => {
      const text = setup.levelTexts[at - 1];
      const unlocked = at + 1 <= level;
      return { level: at + 1, unlocked, ...(unlocked && text !== undefined ? { text } : {}) };
    }),
    tests: setup.tests.filter((test) => test.level <= level),
    code: state.code,
    last: state.last,
    notice: state.notice,
    solved: isSolved(state),
    hints: { taken: state.hints.flatMap((rung) => setup.hints[rung] ?? []), costEach: HINT_COST },
    left: {
      runs: Math.max(0, MOST_RUNS - (state.attempts.length - submissions)),
      submissions: Math.max(0, MOST_SUBMISSIONS - submissions),
    },
  };
}
