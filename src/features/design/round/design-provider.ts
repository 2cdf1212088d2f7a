import { failed, ok } from "../../../lib/result.ts";
import { chooseItems } from "../../../shared/rounds/choose-items.ts";
import { asProvider, type Opening, type RoundProvider } from "../../../shared/rounds/provider.ts";
import { warmUpInterviewer } from "../ask.ts";
import type { BankCase } from "../case-bank.ts";
import { practiceCases } from "../deps.ts";
import { designRound } from "../model/round/design-round.ts";
import { runInLine } from "../model/round/run-in-line.ts";
import type { DesignSetup, RoundPrompt } from "../model/round/setup.ts";
import { showDesign } from "../model/round/shown.ts";
import { actInDesign, admitsInDesign, tellsInDesign } from "./act.ts";
import { type HearDeps, hearDesign } from "./hear-design.ts";
import { type Simulate, simulateWithin } from "./simulate.ts";

type DesignRoundDeps = HearDeps & { graderVersion: () => string; simulate?: Simulate };

const MOST_RUN_SECONDS = 60;
/** References are proven under the seeds from 1 to this. */
const PROVEN_SEEDS = 30;

/** The round of system design: a case of the bank, led as a talk, with the drawing and its runs beside it. */
export function systemDesignRound(deps: DesignRoundDeps): RoundProvider {
  const { graderVersion, simulate = simulateWithin(MOST_RUN_SECONDS) } = deps;
  return asProvider({
    kind: "design",
    round: designRound,
    open: async (opening) => {
      const items = practiceCases(deps).map((found) => ({ ...found.item, found, held: false }));
      const found = chooseItems(items, opening)[0]?.found;
      if (!found) return failed("The bank has no case of system design.");
      warmUpInterviewer(deps.grader, found.facts);
      const setup = setupOf(found, opening, graderVersion());
      return ok({ setup, items: [{ id: found.item.id, part: found.part }] });
    },
    hear: (state, text) => hearDesign(deps, state, text),
    act: (state, action) => actInDesign({ simulate }, state, action),
    admits: admitsInDesign,
    tells: tellsInDesign,
    shown: showDesign,
    work: { language: "design", textOf: ({ drawn }) => drawn?.text ?? "", verdictOf: runInLine },
  });
}

function setupOf(found: BankCase, opening: Opening, graderVersion: string): DesignSetup {
  const { item, rubric, facts } = found;
  const { minutes, nudgeAfterMs, interrupts, seed } = opening;
  return {
    item: { id: item.id, version: found.version, title: item.title, skills: item.skills },
    minutes,
    nudgeAfterMs,
    interrupts,
    runSeed: 1 + (Math.abs(seed) % PROVEN_SEEDS),
    key: `${item.id}/${seed}`,
    brief: found.brief,
    facts: facts.map(({ id, about, answer, essential }) => ({ id, about, answer, essential })),
    written: rubric.written.map((prompt) => ({ ...promptOf(prompt), phase: prompt.phase })),
    probes: rubric.probes.map((prompt) => ({ ...promptOf(prompt), when: prompt.when })),
    estimates: found.estimates,
    dimensions: rubric.dimensions,
    world: found.world,
    reference: found.reference,
    explain: found.explain,
    graderVersion,
  };
}

function promptOf({ id, dimension, ask, rubric }: BankCase["rubric"]["probes" | "written"][number]): RoundPrompt {
  const points = rubric.map((point) => ({ id: point.id, metWhen: point.met_when, points: point.points }));
  return { id, dimension, ask: ask.trim(), points };
}
