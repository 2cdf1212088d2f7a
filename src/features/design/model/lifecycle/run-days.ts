import { seededRandom } from "../../../../lib/random.ts";
import type { Fault, Scenario, World } from "../../../../shared/content/design/world.ts";
import type { Design } from "../design.ts";
import type { ScenarioReport } from "../run/report.ts";
import { nextBy, schedule } from "./agenda.ts";
import { daysReport } from "./days-report.ts";
import { incidentOf, noteStretch } from "./incidents.ts";
import { reindexed } from "./inputs.ts";
import { emptyLedger, enter, type Ledger } from "./ledger.ts";
import type { Life } from "./life.ts";
import { scheduleDataChecks, scheduleMonitors } from "./monitors.ts";
import { reviewersOf } from "./review-backlog.ts";
import { noteScores } from "./score-look.ts";
import { servedModels } from "./served.ts";
import { type Passed, pass } from "./stretch.ts";
import { touchedBy } from "./touched.ts";
import { scheduleBadModel, scheduleTraining } from "./training.ts";
import { stateAtStart } from "./version.ts";
import { viewOf } from "./view.ts";

const DAY = 86_400;
/** The service holds its objective while quality is at least this share of what it would be without faults. Proposed by us. */
const HOLDS = 0.95;
/** … and, where people are needed, this share of their cases is decided in time. Proposed by us. */
const REVIEW_HOLDS = 0.9;
const CROWDING = ["reviewer-surge", "adversarial-burst", "traffic-peak"];

/**
 * A scenario of days: traffic as rates, versions of models that are trained, tried, released and rolled back, labels that come
 * late, monitors that look at intervals, people with a backlog. Chance is in what monitors and trials see (sampling error).
 * The same seed gives the same report to the byte.
 */
export function runDays(design: Design, world: World, scenario: Scenario, { seed }: { seed: number }): ScenarioReport {
  const step = scenario.step ?? DAY;
  const life = begin(design, world, scenario, seed);
  const ledger = emptyLedger({ lasts: scenario.lasts, step });
  for (let bin = 0; bin < ledger.bins.length; bin++) {
    const end = Math.min(scenario.lasts, (bin + 1) * step);
    for (let next = nextBy(life.agenda, end); next; next = nextBy(life.agenda, end)) {
      advance(life, ledger, { to: next.at, step });
      life.events++;
      next.act();
    }
    advance(life, ledger, { to: end, step });
  }
  return daysReport(life, ledger, { seed, step });
}

function begin(design: Design, world: World, scenario: Scenario, seed: number): Life {
  const models = servedModels(design, world);
  const node = design.nodes.find(({ id, type }) => type === "review" && design.edges.some(({ to }) => to === id));
  const empty = () => ({ waiting: (world.traffic.severities ?? [1]).map(() => 0), most: 0 });
  const life: Life = {
    view: viewOf(design, world, models),
    scenario,
    random: seededRandom(seed),
    now: 0,
    agenda: { entries: [] },
    models: models.map(stateAtStart),
    incidents: scenario.faults.map(incidentOf),
    review: node && { node, reviewers: reviewersOf(node), backlog: empty(), calm: empty(), inTime: 1 },
    history: [],
    runs: new Set(),
    counts: new Map(),
    events: 0,
  };
  for (const state of life.models) scheduleTraining(life, state);
  for (const fault of scenario.faults) scheduleFault(life, fault);
  scheduleDataChecks(life);
  scheduleMonitors(life);
  return life;
}

/** Every moment at which something changes on its own ends a stretch. */
function scheduleFault(life: Life, fault: Fault): void {
  const moments = [fault.at, fault.at + (fault.lasts ?? 0)];
  if (fault.kind === "policy-change") moments.push(fault.at + DAY);
  if (fault.kind === "embedding-change") moments.push(reindexed(life.view.inputs, fault));
  for (const at of moments) if (Number.isFinite(at)) schedule(life.agenda, at, () => {});
  if (fault.kind === "bad-model") scheduleBadModel(life, fault);
}

function advance(life: Life, ledger: Ledger, { to, step }: { to: number; step: number }): void {
  if (to <= life.now) return;
  const passed = pass(life, life.now, to);
  noteScores(life, passed);
  enter(ledger, step, passed);
  life.history.push({ from: passed.from, quality: passed.quality });
  for (const state of life.incidents) {
    if (passed.from < state.fault.at) continue;
    const touched = touchedBy(life, state.fault, passed);
    noteStretch(state, { ...passed, touched, holds: holds(passed, state.fault, touched) });
  }
  life.now = to;
}

/** Whether the service holds its objective, as far as this fault is concerned: a queue of people outlives what filled it. */
function holds({ quality, usual, review }: Passed, { kind }: Fault, touched: number): boolean {
  const crowds = CROWDING.includes(kind);
  if (touched === 0 && !crowds) return true;
  if (quality < usual * HOLDS) return false;
  return !crowds || !review || review.inTime >= review.usual * REVIEW_HOLDS;
}
