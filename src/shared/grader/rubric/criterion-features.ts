import { dot } from "../../models/encoder/encoder.ts";
import { LEXICAL_FEATURES, lexicalFeatures } from "../lexical-features.ts";
import type { AnswerView, Window } from "./answer-view.ts";
import type { CriterionView, Phrase, RubricView } from "./rubric-view.ts";

/** A criterion beside the part of the answer that comes nearest to it. */
export type Match = { window: Window | undefined; features: number[] };

const FROM_WORDS = ["recall", "precision", "bigrams", "characters", "negationsMore", "negationsLess", "opposites"];
const WORD_FEATURES = FROM_WORDS.map((name) => LEXICAL_FEATURES.indexOf(name));

export const CRITERION_FEATURES: readonly string[] = [
  "nearest",
  "secondPhrase",
  "secondWindow",
  "nearestMetWhen",
  "notEnough",
  "prompt",
  "rival",
  "misconception",
  "vocabularyWindow",
  "vocabularyWhole",
  "windowWords",
  "denials",
  ...FROM_WORDS,
];

/** Finds what comes nearest to a criterion, and tells how near, to it and to what it might be taken for. */
export function matchCriterion(answer: AnswerView, rubric: RubricView, criterion: CriterionView): Match {
  const scored = answer.windows.map((window) => ({ window, ...nearestPhrase(window, criterion) }));
  scored.sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return { window: undefined, features: CRITERION_FEATURES.map(() => 0) };
  const { window } = best;
  const others = rubric.criteria.filter((each) => each !== criterion).flatMap((each) => each.phrases);
  const apart = scored.find(
    (each) => each.window.span.end <= window.span.start || each.window.span.start >= window.span.end,
  );
  const phrase = criterion.phrases[best.phrase] as Phrase;
  const words = lexicalFeatures({ target: phrase.view, answer: window.view, question: rubric.prompt.view });
  const features = [
    best.score,
    best.second,
    apart?.score ?? 0,
    similarity(window, criterion.phrases.at(-1) as Phrase),
    similarity(window, criterion.notEnough),
    similarity(window, rubric.prompt),
    Math.max(0, ...others.map((each) => similarity(window, each))),
    Math.max(0, ...rubric.misconceptions.map(({ says }) => similarity(window, says))),
    covered(criterion.vocabulary, window.view.content),
    covered(criterion.vocabulary, answer.whole.content),
    Math.log(1 + window.view.words.length),
    answer.denials,
    ...WORD_FEATURES.map((at) => words[at] ?? 0),
  ];
  return { window, features };
}

function nearestPhrase(window: Window, criterion: CriterionView) {
  let score = -1;
  let second = -1;
  let phrase = 0;
  criterion.phrases.forEach((each, at) => {
    const near = similarity(window, each);
    if (near > score) {
      second = score;
      score = near;
      phrase = at;
    } else if (near > second) second = near;
  });
  return { score, second, phrase };
}

/** Cosine of the meanings; without an encoder, how many content words are shared. */
export function similarity(window: Window, phrase: Phrase): number {
  if (window.vector && phrase.vector) return dot(window.vector, phrase.vector);
  const { content } = window.view;
  const wanted = phrase.view.content;
  const shared = [...wanted].filter((stem) => content.has(stem)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(wanted.size * content.size);
}

function covered(vocabulary: Map<string, number>, said: Set<string>): number {
  let all = 0;
  let found = 0;
  for (const [stem, weight] of vocabulary) {
    all += weight;
    if (said.has(stem)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
