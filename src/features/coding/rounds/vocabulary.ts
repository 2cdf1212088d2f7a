import type { CodingProblem } from "../../../shared/content/coding-folder.ts";
import type { ThinkAloudCriterion } from "../../../shared/content/think-aloud.ts";
import { viewOf } from "../../../shared/grader/text-view.ts";

const SHORTEST = 3;
/** A word that more problems have than this share says nothing of one of them; in a small bank all words do. */
const MOST_SHARED = 0.4;
const SMALL_BANK = 10;
/** By how many words of the problem's own an utterance has. */
const ABOUTNESS = [0.2, 0.6, 0.9] as const;

type Surroundings = { problems: readonly CodingProblem[]; criteria: readonly ThinkAloudCriterion[] };

/**
 * Stems of the words that belong to a problem: of its task, code and explanation, without those of its title, which anybody
 * can repeat, and without those that many problems or any talk of code have.
 */
export function vocabularyOf(problem: CodingProblem, { problems, criteria }: Surroundings): string[] {
  const talk = criteria.flatMap(({ say, met_when }) => [...say, met_when]);
  const common = stemsIn([problem.item.title, ...talk].join(" "));
  const all = problems.map(ownStems);
  const most = problems.length < SMALL_BANK ? problems.length : MOST_SHARED * problems.length;
  const isOwn = (stem: string) => !common.has(stem) && all.filter((stems) => stems.has(stem)).length <= most;
  return [...ownStems(problem)].filter(isOwn).sort();
}

/** How much words are about a problem: 1 from three of its own on. */
export function aboutness(text: string, vocabulary: ReadonlySet<string>): number {
  const shared = [...stemsIn(text)].filter((stem) => vocabulary.has(stem)).length;
  return ABOUTNESS[shared] ?? 1;
}

const known = new WeakMap<CodingProblem, Set<string>>();

function ownStems(problem: CodingProblem): Set<string> {
  const before = known.get(problem);
  if (before) return before;
  const { prompt, levelTexts, starter, solution, explanation, item } = problem;
  const own = [prompt, ...levelTexts, starter, solution, explanation, ...item.faults.map(({ says }) => says)];
  const stems = stemsIn(own.join(" "));
  known.set(problem, stems);
  return stems;
}

function stemsIn(text: string): Set<string> {
  const plain = text.replaceAll("_", " ");
  return new Set([...viewOf(plain).content].filter((stem) => stem.length >= SHORTEST && !/^\d/.test(stem)));
}
