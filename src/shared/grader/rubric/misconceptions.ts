import type { Span } from "../clauses.ts";
import type { AnswerView, Window } from "./answer-view.ts";
import { similarity } from "./criterion-features.ts";
import type { RubricView } from "./rubric-view.ts";

/** A mistaken claim, and the words that make it. */
export type MisconceptionFound = { id: string; span: Span };

const SURE_FROM = 0.7;
/** How much nearer the words must be to the mistaken claim than to anything that earns points. */
const MARGIN = 0.08;

/** Mistaken claims that the answer makes; one that it denies is none. */
export function matchMisconceptions(answer: AnswerView, rubric: RubricView): MisconceptionFound[] {
  return rubric.misconceptions.flatMap(({ id, says }) => {
    const near = answer.windows
      .map((window) => ({ window, score: similarity(window, says), right: nearestRight(window, rubric) }))
      .filter(({ window, score, right }) => {
        const denied = Math.abs(window.view.negations - says.view.negations) % 2 === 1;
        return score >= SURE_FROM && score >= right + MARGIN && !denied;
      })
      .sort((a, b) => b.score - a.score);
    return near[0] ? [{ id, span: near[0].window.span }] : [];
  });
}

function nearestRight(window: Window, rubric: RubricView): number {
  return Math.max(0, ...rubric.criteria.flatMap(({ phrases }) => phrases.map((phrase) => similarity(window, phrase))));
}
