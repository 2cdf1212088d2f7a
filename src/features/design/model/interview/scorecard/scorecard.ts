import type { DesignRubric, Facts } from "../../../../../shared/content/design/case.ts";
import { DIMENSIONS } from "../../../../../shared/content/design/case.ts";
import type { World } from "../../../../../shared/content/design/world.ts";
import type { CheckedEstimate, Dimension, GradedText, Probe, Scorecard, ScoredDimension } from "../../../schema.ts";
import type { Design, DesignFault } from "../../design.ts";
import type { RunReport } from "../../run/report.ts";
import { improvementOf, observeImprovement } from "./improvement.ts";
import { GOOD_FROM, type Observation } from "./observation.ts";
import { missedFacts, observeAsked } from "./observe-asked.ts";
import { observeDesign } from "./observe-design.ts";
import { observeEstimates } from "./observe-estimates.ts";
import { observeRun } from "./observe-run.ts";
import { observeSilence, observeTexts } from "./observe-texts.ts";

/** Everything that an attempt shows of a candidate. */
export type Shown = {
  /** Ids of the facts that were asked for. */
  asked: ReadonlySet<string>;
  checked: readonly CheckedEstimate[];
  texts: readonly GradedText[];
  /** Probes left without an answer. */
  silent: readonly Probe[];
  reports: readonly RunReport[];
  design: Design;
  faults: DesignFault[];
};
export type ScoredCase = { rubric: DesignRubric; facts: Facts; world: World; reference: string; explain: string };

const TITLES: Record<Dimension, string> = {
  scoping: "Scoping",
  formulation: "Formulation and metrics",
  estimation: "Estimation",
  architecture: "Architecture",
  data: "Data and features",
  modelling: "Modelling trade-offs",
  serving: "Serving",
  failure: "Failure handling",
  rollout: "Monitoring and rollout",
  safety: "Safety, fairness, privacy",
  communication: "Communication and iteration",
};
/** Standard deviation of a dimension of which nothing was seen: about that of a uniform share. */
const UNSEEN = 0.29;
/** What one thing seen says of a dimension is never surer than this. */
const ONE_THING = 0.15;
/** One case is not all cases: no attempt is surer than this. */
const ONE_CASE = 0.05;
const MOST_EVIDENCE = 8;

/** Scores the eleven dimensions by what was seen, each with its evidence; one of which nothing was seen stays without. */
export function scorecardOf(shown: Shown, scored: ScoredCase): Scorecard {
  const { rubric, facts, world } = scored;
  const last = shown.reports.at(-1);
  const observations = [
    ...observeAsked(facts, shown.asked),
    ...observeTexts(shown.texts),
    ...observeSilence(shown.silent),
    ...observeEstimates(shown.checked),
    ...(last ? observeRun(last, world) : []),
    ...observeDesign(shown.design, { world, faults: shown.faults }),
    ...observeImprovement(shown.reports),
  ];
  const dimensions = DIMENSIONS.map((id) => scoreDimension(id, rubric, observations));
  const { score, se } = overall(dimensions);
  return {
    score,
    se,
    dimensions,
    improvement: improvementOf(shown.reports),
    mend: worthMost(dimensions),
    reference: { design: scored.reference, explain: scored.explain },
    missedFacts: missedFacts(facts, shown.asked).map(({ about, answer }) => ({ about, answer })),
  };
}

function scoreDimension(id: Dimension, rubric: DesignRubric, all: readonly Observation[]): ScoredDimension {
  const own = all.filter(({ dimension }) => dimension === id);
  const { weight, strong } = rubric.dimensions[id];
  const about = { id, title: TITLES[id], weight, strong };
  if (own.length === 0) return { ...about, score: null, se: null, evidence: [], next: null };
  const total = own.reduce((sum, each) => sum + each.weight, 0);
  const score = own.reduce((sum, each) => sum + each.weight * each.score, 0) / total;
  const variance = own.reduce((sum, each) => sum + (each.weight * Math.max(each.se, ONE_THING)) ** 2, 0) / total ** 2;
  const worst = own.toSorted((a, b) => b.weight * (1 - b.score) - a.weight * (1 - a.score))[0];
  return {
    ...about,
    score,
    se: Math.sqrt(variance),
    evidence: own
      .flatMap(({ evidence }) => evidence)
      .toSorted((a, b) => Number(a.good) - Number(b.good))
      .slice(0, MOST_EVIDENCE),
    next: score >= GOOD_FROM ? null : (worst?.mend ?? null),
  };
}

/** Weighted mean of what was seen. What was not is left out, and makes it less sure. */
function overall(dimensions: readonly ScoredDimension[]): { score: number; se: number } {
  const all = dimensions.reduce((sum, { weight }) => sum + weight, 0);
  const seen = dimensions.reduce((sum, { weight, score }) => sum + (score === null ? 0 : weight), 0);
  const points = dimensions.reduce((sum, { weight, score }) => sum + weight * (score ?? 0), 0);
  const known = dimensions.reduce((sum, { weight, se }) => sum + (se === null ? 0 : (weight * se) ** 2), 0);
  const unknown = dimensions.reduce((sum, { weight, se }) => sum + (se === null ? (weight * UNSEEN) ** 2 : 0), 0);
  if (seen === 0) return { score: 0, se: UNSEEN };
  return { score: points / seen, se: Math.sqrt(known / seen ** 2 + unknown / all ** 2 + ONE_CASE ** 2) };
}

function worthMost(dimensions: readonly ScoredDimension[]): string {
  const lost = ({ weight, score }: ScoredDimension) => (score === null ? 0 : weight * (1 - score));
  const open = dimensions.filter(({ next }) => next !== null).toSorted((a, b) => lost(b) - lost(a));
  const first = open[0];
  if (first?.next) return first.next;
  const unseen = dimensions.find(({ score }) => score === null);
  return unseen ? `Show something of ${unseen.title.toLowerCase()}.` : "Nothing: try a harder case.";
}
