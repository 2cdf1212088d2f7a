import type { Scenario, World } from "../../../../shared/content/design/world.ts";
import { HOURS_PER_MONTH } from "../components/hardware.ts";
import type { Design } from "../design.ts";
import { runDays } from "../lifecycle/run-days.ts";
import { costOf, type PeakUse } from "./cost.ts";
import { type Live, runMinutes, seriesOf } from "./minutes.ts";
import { judgeObjectives } from "./objectives.ts";
import type { RunProgress, RunReport, ScenarioReport } from "./report.ts";

const PROGRESS_EVERY_EVENTS_SHARE = 0.01;

export type RunOptions = {
  seed: number;
  /** Ids; all of the world's where it is left out. */
  scenarios?: readonly string[];
  onProgress?: (progress: RunProgress) => void;
  /** Asked now and then. */
  cancelled?: () => boolean;
  /** Seconds by a clock that only goes forward: tells how fast it goes, and changes nothing. */
  clock?: () => number;
};

/**
 * Runs a design through the scenarios of a case. The same design, world and seed give the same report, byte for byte.
 * Undefined when it was cancelled.
 */
export function runDesign(design: Design, world: World, options: Omit<RunOptions, "cancelled">): RunReport;
export function runDesign(design: Design, world: World, options: RunOptions): RunReport | undefined;
export function runDesign(design: Design, world: World, options: RunOptions): RunReport | undefined {
  const { seed, scenarios: wanted } = options;
  const chosen = world.scenarios.filter(({ id }) => !wanted || wanted.includes(id));
  const scenarios: ScenarioReport[] = [];
  for (const [index, scenario] of chosen.entries()) {
    const report = runScenario(design, world, { scenario, index, of: chosen.length, options });
    if (!report) return undefined;
    scenarios.push(report);
  }
  const cost = costOf(design, world, peakUse(scenarios));
  for (const scenario of scenarios) price(scenario, cost);
  return {
    seed,
    scenarios,
    objectives: judgeObjectives(world.objectives, { scenarios, cost }),
    cost,
    events: scenarios.reduce((sum, { events }) => sum + events, 0),
  };
}

type Turn = { scenario: Scenario; index: number; of: number; options: RunOptions };

function runScenario(design: Design, world: World, { scenario, index, of, options }: Turn): ScenarioReport | undefined {
  const { seed, onProgress, cancelled, clock } = options;
  if (cancelled?.()) return undefined;
  if (scenario.step !== undefined) return runDays(design, world, scenario, { seed });
  const began = clock?.() ?? 0;
  let told = 0;
  return runMinutes(design, world, {
    scenario,
    seed,
    watch: {
      goOn: (at, live, events) => {
        const share = at / scenario.lasts;
        if (onProgress && share >= told) {
          told = share + PROGRESS_EVERY_EVENTS_SHARE;
          const seconds = (clock?.() ?? 0) - began;
          onProgress({
            scenario: scenario.id,
            index,
            of,
            share,
            eventsPerSecond: seconds > 0 ? events / seconds : 0,
            live: liveSeries(live, { at, task: world.task }),
          });
        }
        return !cancelled?.();
      },
    },
  });
}

/** The bins that are complete. */
function liveSeries({ bin, outcomes }: Live, { at, task }: { at: number; task: World["task"] }): RunProgress["live"] {
  const { p50, p99, rate, failed, quality } = seriesOf(outcomes, { bin, count: Math.floor(at / bin), task });
  return { bin, p50, p99, rate, failed, quality };
}

/** What each node was used for: of the first scenario without a fault that goes request by request, else of the first. */
function peakUse(scenarios: readonly ScenarioReport[]): Map<string, PeakUse> {
  const minutes = scenarios.filter(({ days }) => !days);
  const steady = minutes.find(({ incidents }) => incidents.length === 0) ?? minutes[0];
  const seconds = steady ? steady.lasts - steady.warmUp : 1;
  return new Map(
    steady?.nodes.map(({ id, served, extra }) => [id, { perSecond: served / seconds, replicas: extra.replicas }]) ?? [],
  );
}

const SECONDS_A_MONTH = HOURS_PER_MONTH * 3600;

function price(scenario: ScenarioReport, { dollarsPerMonth, parts }: RunReport["cost"]): void {
  scenario.money.spent = (dollarsPerMonth * (scenario.lasts - scenario.warmUp)) / SECONDS_A_MONTH;
  for (const node of scenario.nodes)
    node.dollarsPerMonth = parts.find((part) => part.node === node.id)?.dollarsPerMonth ?? 0;
}
