import { dot } from "../../models/encoder/encoder.ts";
import { LEXICAL_FEATURES, lexicalFeatures } from "../lexical-features.ts";
import type { AnswerView, Window } from "./answer-view.ts";
import { type ClaimReader, type Comparison, sentencesAround, UNREAD } from "./claims.ts";
import type { CriterionView, Phrase, RubricView } from "./rubric-view.ts";

/** A criterion beside the part of the answer that comes nearest to it. */
export type Match = { window: Window | undefined; features: number[] };

const FROM_WORDS = ["recall", "precision", "bigrams", "characters", "negationsMore", "negationsLess", "opposites"];
const WORD_FEATURES = FROM_WORDS.map((name) => LEXICAL_FEATURES.indexOf(name));

const OF_CLAIMS = ["states", "other", "opposite", "nothing"] as const;

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
  ...OF_CLAIMS,
  "statesApart",
];

/**
 * For each criterion what comes nearest to it, and tells how near, to it and to what it might be taken for, and (where `claims` are
 * read) what is claimed there.
 */
export async function matchCriteria(
  answer: AnswerView,
  rubric: RubricView,
  claims: ClaimReader | undefined,
): Promise<Match[]> {
  const nearest = rubric.criteria.map((criterion) => nearestTo(criterion, answer));
  const read = claims ? await claims(nearest.flatMap((each) => comparisons(answer, each))) : [];
  return rubric.criteria.map((criterion, at) => {
    const found = nearest[at];
    if (!found) return { window: undefined, features: CRITERION_FEATURES.map(() => 0) };
    const [claim = UNREAD, apart = UNREAD] = read.slice(at * COMPARED, (at + 1) * COMPARED);
    const of = OF_CLAIMS.map((name) => claim[name]);
    // words alone take an answer denied throughout for a turned one; who reads claims knows a correction from a denial
    const denials = claims ? 0 : answer.denials;
    const features = [...featuresOf(found, { criterion, rubric, answer, denials }), ...of, apart.states];
    return { window: found.window, features };
  });
}

/** The window nearest to a criterion with the phrase that it is nearest to, and the best window that does not touch it. */
type Nearest = { window: Window; apart: Window | undefined; phrase: Phrase; scores: number[] };

function nearestTo(criterion: CriterionView, answer: AnswerView): Nearest | undefined {
  const scored = answer.windows.map((window) => ({ window, ...nearestPhrase(window, criterion) }));
  scored.sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return undefined;
  const { span } = best.window;
  const apart = scored.find(({ window }) => window.span.end <= span.start || window.span.start >= span.end);
  return {
    window: best.window,
    apart: apart?.window,
    phrase: criterion.phrases[best.phrase] as Phrase,
    scores: [best.score, best.second, apart?.score ?? 0],
  };
}

const COMPARED = 2;

function comparisons({ text }: AnswerView, nearest: Nearest | undefined): Comparison[] {
  if (!nearest) return [];
  const { window, apart, phrase } = nearest;
  const passage = sentencesAround(text, window);
  return [
    { phrase: phrase.view.text, passage },
    { phrase: phrase.view.text, passage: apart ? sentencesAround(text, apart) : passage },
  ];
}

type Around = { criterion: CriterionView; rubric: RubricView; answer: AnswerView; denials: number };

function featuresOf({ window, phrase, scores }: Nearest, { criterion, rubric, answer, denials }: Around): number[] {
  const others = rubric.criteria.filter((each) => each !== criterion).flatMap((each) => each.phrases);
  const words = lexicalFeatures({ target: phrase.view, answer: window.view, question: rubric.prompt.view });
  return [
    ...scores,
    similarity(window, criterion.phrases.at(-1) as Phrase),
    similarity(window, criterion.notEnough),
    similarity(window, rubric.prompt),
    Math.max(0, ...others.map((each) => similarity(window, each))),
    Math.max(0, ...rubric.misconceptions.map(({ says }) => similarity(window, says))),
    covered(criterion.vocabulary, window.view.content),
    covered(criterion.vocabulary, answer.whole.content),
    Math.log(1 + window.view.words.length),
    denials,
    ...WORD_FEATURES.map((at) => words[at] ?? 0),
  ];
}

function nearestPhrase(window: Window, { phrases }: CriterionView) {
  let score = -1;
  let second = -1;
  let phrase = 0;
  phrases.forEach((each, at) => {
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
