import type { Assessment, RoundDimension } from "../../../../shared/rounds/assessment.ts";
import type { Ms } from "../../../../shared/rounds/round.ts";
import { weightedError, weightedMean } from "../../../../shared/rounds/weighted-mean.ts";
import type { CheckedEstimate, Dimension, Probe, Scorecard } from "../../schema.ts";
import { checkEstimate } from "../interview/check-estimate.ts";
import { measured, type Run } from "../interview/measured.ts";
import { scorecardOf } from "../interview/scorecard/scorecard.ts";
import { parseDesign } from "../language/parse-design.ts";
import { evidenceFor } from "./evidence.ts";
import { gradedTexts } from "./graded.ts";
import { PANEL } from "./panel.ts";
import { type DesignState, type KeptRun, MET, promptOf } from "./state.ts";
import { type Aloud, thinkAloud } from "./think-aloud.ts";

/** Talk without a design that runs stays below the bar, however good it is. */
const MOST_WITHOUT_RUN = 0.6;
/** A drawing without a word is a bare yes at best: nobody knows why it is as it is. */
const MOST_WITHOUT_WORDS = 0.75;
/** What thinking aloud counts beside the rest of communication. */
const ALOUD_SHARE = 0.25;
const ALOUD_SE = 0.2;
const UNSEEN_SE = 0.2;
const LEAST_SE = 0.05;

type Measured = { score: number; se: number };

/** What a round showed, in the dimensions of a panel. What was not shown counts as nothing, communication alone is left out then. */
export function assessDesign(state: DesignState, now: Ms): Assessment {
  const { setup, runs, drawn } = state;
  const text = runs.at(-1)?.design ?? drawn?.text ?? "";
  const { design } = parseDesign(text);
  const card = cardOf(state, text);
  const aloud = thinkAloud(design, state.aloud);
  const shown = hasShown(state);
  const scored = new Map(card.dimensions.map(({ id, score, se }) => [id, measuredIn(id, { score, se, aloud })]));
  const dimensionOf = ({ id, title, of }: (typeof PANEL)[number]): RoundDimension => {
    const own = of.flatMap((each) => withWeight(each));
    const mean = shown ? meanOf(own) : undefined;
    return {
      id,
      title,
      weight: of.reduce((sum, each) => sum + setup.dimensions[each].weight, 0) / 100,
      score: mean?.score ?? null,
      se: mean?.se ?? null,
      evidence: shown ? evidenceFor(of, { state, card, aloud }) : [],
      stronger: strongerOf(of, card),
    };
  };
  const whole = shown ? meanOf(PANEL.flatMap(({ of }) => of.flatMap((each) => withWeight(each)))) : undefined;
  const overall = whole && { score: Math.min(whole.score, capOf(state)), se: Math.max(LEAST_SE, whole.se) };
  return {
    score: overall?.score ?? null,
    se: overall?.se ?? null,
    dimensions: PANEL.map(dimensionOf),
    measures: card.dimensions.map(({ id, title }) => dimensionOf({ id, title, of: [id] })),
    topics: overall ? [topicOf(state, overall, now)] : [],
  };

  function withWeight(id: Dimension): (Measured & { weight: number })[] {
    const found = scored.get(id);
    return found ? [{ ...found, weight: setup.dimensions[id].weight }] : [];
  }
}

/** The scorecard of the design room on what was said and done in the round. */
function cardOf(state: DesignState, text: string): Scorecard {
  const { setup, facts, runs, drawn, asked } = state;
  const silent = asked.filter(({ said }) => said.length === 0).map(({ id }) => id);
  return scorecardOf(
    {
      asked: new Set(facts.flatMap(({ id, early }) => (early ? [id] : []))),
      checked: checkedOf(state),
      texts: gradedTexts(state),
      silent: setup.probes.filter(({ id }) => silent.includes(id)).map((each): Probe => ({ ...each, because: "" })),
      reports: runs.map(({ report }) => report),
      design: parseDesign(text).design,
      faults: drawn?.text === text ? drawn.faults : [],
    },
    {
      rubric: { dimensions: setup.dimensions, written: [], probes: [] },
      facts: setup.facts.map((fact) => ({ ...fact, asked: [] })),
      world: setup.world,
      reference: setup.reference,
      explain: setup.explain,
    },
  );
}

function checkedOf({ setup, estimates, runs }: DesignState): CheckedEstimate[] {
  const [first, last] = [runs[0], runs.at(-1)].map((run) => run && parsed(run));
  return setup.estimates.map((quantity) => {
    const { id, run: name, unit } = quantity;
    const shown = (run: Run | undefined) => (run && name !== undefined ? measured(run, name, unit) : null);
    const checked = checkEstimate(quantity, estimates?.values[id] ?? "");
    return { ...checked, shown: first && name !== undefined ? { first: shown(first), last: shown(last) } : null };
  });
}

function parsed({ report, design }: KeptRun): Run {
  return { report, design: parseDesign(design).design };
}

type Seen = { score: number | null; se: number | null; aloud: Aloud | undefined };

function measuredIn(id: Dimension, { score, se, aloud }: Seen): Measured | undefined {
  if (id !== "communication") return { score: score ?? 0, se: se ?? UNSEEN_SE };
  if (!aloud) return score === null ? undefined : { score, se: se ?? ALOUD_SE };
  const own = score ?? aloud.score;
  return {
    score: (1 - ALOUD_SHARE) * own + ALOUD_SHARE * aloud.score,
    se: Math.hypot((1 - ALOUD_SHARE) * (se ?? ALOUD_SE), ALOUD_SHARE * ALOUD_SE),
  };
}

function meanOf(measured: readonly (Measured & { weight: number })[]): Measured | undefined {
  const score = weightedMean(measured);
  return score === undefined ? undefined : { score, se: weightedError(measured) };
}

function hasShown({ turns, estimates, drawn }: DesignState): boolean {
  return turns > 0 || estimates !== null || (drawn?.text.trim() ?? "") !== "";
}

function capOf({ runs, asked }: DesignState): number {
  const withoutRun = runs.length === 0 ? MOST_WITHOUT_RUN : 1;
  const withoutWords = asked.every(({ said }) => said.length === 0) ? MOST_WITHOUT_WORDS : 1;
  return Math.min(withoutRun, withoutWords);
}

/** What would have been worth most in these dimensions. */
function strongerOf(of: readonly Dimension[], { dimensions }: Scorecard): string {
  const own = dimensions.filter(({ id }) => of.includes(id));
  const worst = own.toSorted((a, b) => b.weight * (1 - (b.score ?? 0)) - a.weight * (1 - (a.score ?? 0)))[0];
  if (worst?.score === null) return worst.strong;
  return worst?.next ?? "Nothing of weight was missing.";
}

function topicOf(state: DesignState, { score, se }: Measured, now: Ms): Assessment["topics"][number] {
  const { item, reference, explain, graderVersion } = state.setup;
  return {
    topic: "case",
    title: item.title,
    itemId: item.id,
    itemVersion: item.version,
    skills: item.skills,
    score,
    se,
    seconds: now / 1000,
    hints: 0,
    missed: missedIn(state),
    reference: `${explain.trim()}\n\n${reference.trim()}`,
    graderVersion,
  };
}

function missedIn({ setup, asked, runs }: DesignState): string[] {
  const missedRun = runs.at(-1)?.report.objectives.filter(({ met }) => !met) ?? [];
  return [
    ...(runs.length === 0 ? ["a design that runs"] : missedRun.map(({ title }) => `a run that meets “${title}”`)),
    ...asked.flatMap(({ id, reading }) =>
      (promptOf(setup, id)?.points ?? [])
        .filter((point) => (reading?.points.find((each) => each.id === point.id)?.probability ?? 0) < MET)
        .map(({ metWhen }) => metWhen),
    ),
  ];
}
