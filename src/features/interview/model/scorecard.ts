import type { Assessment } from "../../../shared/rounds/assessment.ts";
import type { Level, PlannedRound, Scorecard, ScoredDimension, ScoredRound } from "../schema.ts";
import { panelOf } from "./role-dimensions.ts";

/** From here on a round would do at a serious company. */
export const BAR = 0.7;
const LEVELS: readonly { level: Level; from: number }[] = [
  { level: "strong-yes", from: 0.85 },
  { level: "yes", from: BAR },
  { level: "no", from: 0.35 },
  { level: "strong-no", from: 0 },
];
/** Standard errors to either side of a 90 % interval. */
const INTERVAL = 1.645;
/** Less of the planned time than this measured, and nothing is recommended. */
const LEAST_MEASURED = 0.5;
const SURE_BELOW = 0.06;
const UNSURE_FROM = 0.14;
/** From here on the interval is wider than two thirds of the scale, and a dimension has no level: a yes and a clear no would be in it. */
const UNTOLD_FROM = 0.2;

/** `names`: what the role's loop calls the dimensions of such a round; empty where it has none. */
export type HeldRound = { at: number; planned: PlannedRound; assessed: Assessment; names: readonly string[] };
type Measured = { score: number; se: number };

/** The whole of a mock that was planned for so many minutes: each round, and what the panel would recommend. What to practise and the last mock are added to it. */
export function scoreRounds(
  held: readonly HeldRound[],
  plannedMinutes: number,
): Omit<Scorecard, "practise" | "before" | "debrief"> {
  const rounds = held.map(scoredRound);
  const measured = held.flatMap(({ planned, assessed: { score, se } }) =>
    score === null || se === null ? [] : [{ score, se, minutes: planned.minutes }],
  );
  const minutes = sum(measured.map((each) => each.minutes));
  if (measured.length === 0 || minutes < LEAST_MEASURED * plannedMinutes) {
    const said =
      rounds.length === 0
        ? "No round was held."
        : "Too little was said to recommend anything: a panel would ask to see more.";
    return { score: null, low: null, high: null, recommendation: "not-enough-evidence", said, passes: null, rounds };
  }
  const score = sum(measured.map((each) => each.score * each.minutes)) / minutes;
  const se = Math.sqrt(sum(measured.map((each) => (each.se * each.minutes) ** 2))) / minutes;
  const vetoed = rounds.filter(({ level }) => level === "strong-no");
  const recommendation = recommend(score, vetoed.length > 0);
  const [low, high] = interval({ score, se });
  return {
    score,
    low,
    high,
    recommendation,
    said: saidOf(recommendation, vetoed),
    passes: above(BAR, { score, se }),
    rounds,
  };
}

function scoredRound({ at, planned, assessed, names }: HeldRound): ScoredRound {
  const { score, se } = assessed;
  const panel = panelOf(planned.kind, names, assessed);
  const [low, high] = score === null || se === null ? [null, null] : interval({ score, se });
  const level = levelOf(score);
  return {
    round: at,
    kind: planned.kind,
    title: planned.title,
    score,
    low,
    high,
    level,
    dimensions: panel.dimensions.map(withLevel),
    others: panel.others.map(withLevel),
    topics: assessed.topics,
    said: debriefOf(planned, assessed, level),
  };
}

function withLevel(dimension: Omit<ScoredDimension, "level" | "confidence">): ScoredDimension {
  const { score, se } = dimension;
  return se === null || se >= UNTOLD_FROM
    ? { ...dimension, level: null, confidence: null }
    : { ...dimension, level: levelOf(score), confidence: confidenceOf(se) };
}

function levelOf(score: number | null): Level | null {
  if (score === null) return null;
  return LEVELS.find(({ from }) => score >= from)?.level ?? "strong-no";
}

function confidenceOf(se: number): "low" | "medium" | "high" {
  if (se >= UNSURE_FROM) return "low";
  return se < SURE_BELOW ? "high" : "medium";
}

function interval({ score, se }: Measured): [number, number] {
  return [Math.max(0, score - INTERVAL * se), Math.min(1, score + INTERVAL * se)];
}

/** One round that nobody could defend stops the others. */
function recommend(score: number, vetoed: boolean): Scorecard["recommendation"] {
  const level = levelOf(score);
  if (level === "strong-yes") return vetoed ? "no-hire" : "strong-hire";
  if (level === "yes") return vetoed ? "no-hire" : "hire";
  return level === "no" ? "no-hire" : "strong-no-hire";
}

function saidOf(recommendation: Scorecard["recommendation"], vetoed: readonly ScoredRound[]): string {
  const names = vetoed.map(({ title }) => title).join(" and ");
  switch (recommendation) {
    case "strong-hire":
      return "Strong hire: the panel would speak for you.";
    case "hire":
      return "Hire: above the bar, with things to mend.";
    case "no-hire":
      return names === "" ? "No hire: short of the bar." : `No hire: nobody on the panel could defend ${names}.`;
    case "strong-no-hire":
      return "Strong no hire: well short of the bar.";
    case "not-enough-evidence":
      return "Not enough evidence.";
  }
}

const LEVEL_WORDS: Record<Level, string> = {
  "strong-yes": "a strong yes",
  yes: "a yes",
  no: "a no",
  "strong-no": "a clear no",
};

/** What the interviewer of a round would write: the level, the words that carried it, what was missing. */
function debriefOf({ title }: PlannedRound, { dimensions, topics }: Assessment, level: Level | null): string {
  if (level === null) return `${title}: I cannot say. Too little was shown to judge.`;
  const evidence = dimensions.flatMap((each) => each.evidence);
  const good = evidence.find((each) => each.good && each.quote !== "");
  const bad = evidence.find((each) => !each.good && each.quote !== "");
  const best = topics.toSorted((a, b) => b.score - a.score)[0];
  const worst = topics.toSorted((a, b) => a.score - b.score)[0];
  return [
    `${title}: ${LEVEL_WORDS[level]}.`,
    good ? `What carried it most: “${bare(good.quote)}”.` : "I found nothing to quote in its favour.",
    bad ? `What worried me: “${bare(bad.quote)}”; ${bad.says}` : "",
    best && worst && topics.length > 1 && best.score - worst.score > 0.2
      ? `Strongest on ${best.title}, weakest on ${worst.title}.`
      : "",
    worst?.missed[0] ? `I would have liked to hear this: ${worst.missed[0]}.` : "",
  ]
    .filter((each) => each !== "")
    .join(" ");
}

/** A quote as it stands inside a sentence: in one line, without the stop at its end. */
function bare(quote: string): string {
  return quote.replaceAll(/\s+/g, " ").replace(/[.;,:]+$/, "");
}

/** How likely a normal quantity lies at or above a bound. Logistic approximation of its integral, within 0.01. */
function above(bound: number, { score, se }: Measured): number {
  return 1 / (1 + Math.exp((-1.702 * (score - bound)) / Math.max(se, 1e-6)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
