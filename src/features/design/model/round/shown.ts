import type { Ms } from "../../../../shared/rounds/round.ts";
import type { DesignFault } from "../design.ts";
import { objectiveWords } from "../interview/words.ts";
import type { RunReport } from "../run/report.ts";
import { MOST_RUNS } from "./outcome.ts";
import { PHASE_TITLES, phaseEnds, ROUND_PHASES, type RoundPhase } from "./phases.ts";
import type { DesignState } from "./state.ts";

/** What the page of the candidate shows beside the talk. Nothing of what is right, and of the facts those that were asked for. */
export type ShownDesign = {
  type: "design";
  /** Tells this round from others in the storage of a browser. */
  key: string;
  title: string;
  brief: string;
  /** `endsAtMs`: by the clock of the round; what is left of it is the difference. */
  phases: { id: RoundPhase; title: string; endsAtMs: Ms; state: "done" | "now" | "next" }[];
  /** What was asked last. */
  question: string;
  facts: { about: string; answer: string }[];
  /** null until figures are asked for. `handedIn`: as they were typed; null while the sheet is open. */
  estimates: { rows: { id: string; ask: string; unit: string }[]; handedIn: Record<string, string> | null } | null;
  design: string;
  faults: DesignFault[];
  run: ShownRun | null;
  runsLeft: number;
  canRun: boolean;
  /** Why the last thing was not done. */
  note: string | null;
  over: boolean;
};

type ShownRun = {
  number: number;
  design: string;
  objectives: { id: string; title: string; met: boolean; said: string }[];
  incidents: { title: string; said: string }[];
  dollarsPerMonth: number;
  /** How busy each node was, at most over the scenarios. */
  load: Record<string, number>;
};

export function showDesign(state: DesignState): ShownDesign {
  const { setup, phase, drawn, runs, over } = state;
  const ends = phaseEnds(setup.minutes);
  const at = ROUND_PHASES.indexOf(phase);
  const last = runs.at(-1);
  return {
    type: "design",
    key: setup.key,
    title: setup.item.title,
    brief: setup.brief,
    phases: ROUND_PHASES.map((id, place) => ({
      id,
      title: PHASE_TITLES[id],
      endsAtMs: ends[id],
      state: place < at || over !== null ? "done" : place === at ? "now" : "next",
    })),
    question: state.lastCore,
    facts: state.facts.flatMap(({ id }) => {
      const fact = setup.facts.find((each) => each.id === id);
      return fact ? [{ about: fact.about, answer: fact.answer }] : [];
    }),
    estimates: sheetOf(state),
    design: drawn?.text ?? "",
    faults: drawn?.faults ?? [],
    run: last ? runOf(last.report, { number: runs.length, design: last.design }) : null,
    runsLeft: MOST_RUNS - runs.length,
    canRun: over === null && mayRun(state),
    note: state.note,
    over: over !== null,
  };
}

/** Figures and scope come before the drawing is tried. */
export function mayRun({ phase, runs }: DesignState): boolean {
  return (phase === "design" || phase === "defend") && runs.length < MOST_RUNS;
}

/** Estimates are of what is not known yet: they close with the first run. */
export function mayEstimate({ phase, runs, estimates }: DesignState): boolean {
  return ROUND_PHASES.indexOf(phase) >= ROUND_PHASES.indexOf("estimate") && runs.length === 0 && estimates === null;
}

function sheetOf(state: DesignState): ShownDesign["estimates"] {
  const { setup, estimates } = state;
  const asked = ROUND_PHASES.indexOf(state.phase) >= ROUND_PHASES.indexOf("estimate");
  if (!asked) return null;
  const rows = setup.estimates.map(({ id, ask, unit }) => ({ id, ask, unit }));
  return { rows, handedIn: estimates?.values ?? (mayEstimate(state) ? null : {}) };
}

function runOf(report: RunReport, { number, design }: { number: number; design: string }): ShownRun {
  const load: Record<string, number> = {};
  for (const { id, utilisation } of report.scenarios.flatMap(({ nodes }) => nodes))
    load[id] = Math.max(load[id] ?? 0, utilisation);
  return {
    number,
    design,
    objectives: report.objectives.map((each) => ({
      id: each.id,
      title: each.title,
      met: each.met,
      said: objectiveWords(each),
    })),
    incidents: report.scenarios.flatMap(({ incidents }) => incidents.map(({ title, said }) => ({ title, said }))),
    dollarsPerMonth: report.cost.dollarsPerMonth,
    load,
  };
}
