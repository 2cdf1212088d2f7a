import type { Span } from "../clauses.ts";
import type { AnswerView, Window } from "./answer-view.ts";
import { similarity } from "./criterion-features.ts";
import type { Phrase, RubricView } from "./rubric-view.ts";

/** A mistaken claim, and the words that make it. */
export type MisconceptionFound = { id: string; span: Span };

const SURE_FROM = 0.7;
/** How much nearer the words must be to the mistaken claim than to anything that earns points. */
const MARGIN = 0.08;

/** What a sentence begins with that goes on to name a mistake in order to deny it. */
const DENIAL =
  /\b(?:not (?:true|the case|right|that)|isn't (?:true|the case|right|that)|wrong|false(?! (?:positives?|negatives?|alarms?))|a (?:myth|mistake)|do(?:es)?n't (?:think|believe|mean)|do(?:es)? not (?:think|believe|mean)|wouldn't (?:say|claim)|nobody|contrary)\b/i;

/** Mistaken claims that the answer makes; one that it denies is none. */
export function matchMisconceptions(answer: AnswerView, rubric: RubricView): MisconceptionFound[] {
  return rubric.misconceptions.flatMap(({ id, says }) => {
    const [nearest] = answer.windows
      .map((window) => ({ window, score: similarity(window, says) }))
      .filter(({ window, score }) => score >= SURE_FROM && !denies(answer.text, window, says))
      .filter(({ window, score }) => score >= nearestRight(window, rubric) + MARGIN)
      .sort((a, b) => b.score - a.score);
    return nearest ? [{ id, span: nearest.window.span }] : [];
  });
}

function denies(text: string, { span, view }: Window, says: Phrase): boolean {
  const turned = Math.abs(view.negations - says.view.negations) % 2 === 1;
  const said = `${beforeInSentence(text, span.start)}${span.text}`;
  return turned || (DENIAL.test(said) && !DENIAL.test(says.view.text));
}

function nearestRight(window: Window, rubric: RubricView): number {
  return Math.max(0, ...rubric.criteria.flatMap(({ phrases }) => phrases.map((phrase) => similarity(window, phrase))));
}

function beforeInSentence(text: string, start: number): string {
  const before = text.slice(0, start);
  return before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("! "), before.lastIndexOf("? ")) + 1);
}
