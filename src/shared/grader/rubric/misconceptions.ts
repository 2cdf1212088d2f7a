import type { Span } from "../clauses.ts";
import type { AnswerView, Window } from "./answer-view.ts";
import { similarity } from "./criterion-features.ts";
import type { Phrase, RubricView } from "./rubric-view.ts";

/** A mistaken claim, and the words that make it. */
export type MisconceptionFound = { id: string; span: Span };

/** How near the words must be to the mistaken claim, and how much nearer than to anything that earns points. */
type Nearness = { from: number; margin: number };
const SURE: Nearness = { from: 0.7, margin: 0.08 };
/** Of paraphrases twice as many lie above this, and a right sentence now and then: enough to point at, not to cap by. */
const SUSPECTED: Nearness = { from: 0.6, margin: 0.12 };

/** What a sentence begins with that goes on to name a mistake in order to deny it. */
const DENIAL =
  /\b(?:not (?:true|the case|right|that)|isn't (?:true|the case|right|that)|wrong|false(?! (?:positives?|negatives?|alarms?))|a (?:myth|mistake)|do(?:es)?n't (?:think|believe|mean)|do(?:es)? not (?:think|believe|mean)|wouldn't (?:say|claim)|nobody|contrary)\b/i;

/** Mistaken claims that the answer makes; one that it denies is none. */
export function matchMisconceptions(answer: AnswerView, rubric: RubricView): MisconceptionFound[] {
  return nearTo(answer, rubric, SURE);
}

/** Mistaken claims that the answer may make, beside those that it surely makes: whoever wrote it should look again. */
export function suspectMisconceptions(
  answer: AnswerView,
  rubric: RubricView,
  sure: readonly MisconceptionFound[],
): MisconceptionFound[] {
  return nearTo(answer, rubric, SUSPECTED).filter(({ id }) => !sure.some((each) => each.id === id));
}

function nearTo(answer: AnswerView, rubric: RubricView, { from, margin }: Nearness): MisconceptionFound[] {
  return rubric.misconceptions.flatMap(({ id, says }) => {
    const [nearest] = answer.windows
      .map((window) => ({ window, score: similarity(window, says) }))
      .filter(({ window, score }) => score >= from && !denies(answer.text, window, says))
      .filter(({ window, score }) => score >= nearestRight(window, rubric) + margin)
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
