import type { Fault } from "../../../../shared/content/design/world.ts";
import type { DesignNode } from "../design.ts";
import { numberAt, wordAt } from "../quality/node-parameters.ts";
import { schedule } from "./agenda.ts";
import { detect, type IncidentState } from "./incidents.ts";
import { labelFall } from "./label-fall.ts";
import { count, keepMost, type Life } from "./life.ts";
import { canRollBack, rollBack } from "./release.ts";
import { type ScoresSeen, scoreLook, shownFaults } from "./score-look.ts";
import { startTraining } from "./training.ts";
import { meets } from "./unlearned.ts";

/** Until people who were told of an alarm have rolled a version back by hand, seconds. Proposed by us. */
const PEOPLE_SECONDS = 1800;
/** Between two training runs that alarms ask for, seconds. Proposed by us. */
const TRAINING_PAUSE = 86_400;
/** Share of the cases in time below which a monitor of the review rings. Proposed by us. */
const REVIEW_IN_TIME = 0.9;
/** With more looks in a scenario only every second, third … is taken. */
const MOST_LOOKS = 10_000;

export function scheduleMonitors(life: Life): void {
  const { design } = life.view;
  for (const node of design.nodes) {
    const joined = design.edges.some(({ from, to }) => from === node.id || to === node.id);
    if (node.type !== "monitor" || !joined) continue;
    const written = numberAt(node, "every") ?? 3600;
    const every = written * Math.ceil(life.scenario.lasts / written / MOST_LOOKS);
    const monitor: Monitor = { node, every, triggered: Number.NEGATIVE_INFINITY, seen: new Map() };
    for (let at = 1; at * every <= life.scenario.lasts; at++)
      schedule(life.agenda, at * every, () => look(life, monitor));
  }
}

type Monitor = { node: DesignNode; every: number; triggered: number; seen: ScoresSeen };

function look(life: Life, monitor: Monitor): void {
  const { node, every } = monitor;
  const watch = wordAt(node, "watch") || "scores";
  const all = watch === "all";
  if (all || watch === "scores") {
    const { psi, gap } = scoreLook(life, monitor.seen);
    keepMost(life, node, "psi", psi);
    keepMost(life, node, "ks", gap);
    const limit = numberAt(node, "psi") ?? 0.2;
    if (psi > limit) {
      const shown = shownFaults(life, limit / 2);
      ring(life, monitor, { by: "scores", known: life.incidents.filter(({ fault }) => shown.includes(fault)) });
    }
  }
  if (all || watch === "labels") {
    const { fall, sure } = labelFall(life, every);
    const known = life.incidents.filter(({ fault }) => fault.at <= life.now - life.view.world.labels.delay);
    if (sure && fall > (numberAt(node, "drop") ?? 0.05)) ring(life, monitor, { by: "labels", known });
  }
  if (life.review && watchesReview(life, node) && life.review.inTime < REVIEW_IN_TIME) {
    const known = life.incidents.filter(({ fault }) => CROWDING.includes(fault.kind) && fault.at <= life.now);
    for (const state of known) detect(state, life.now, "review queue");
  }
}

const CROWDING = ["reviewer-surge", "adversarial-burst", "traffic-peak", "policy-change", "bad-model"];

function watchesReview({ view, review }: Life, node: DesignNode): boolean {
  return view.design.edges.some(
    ({ from, to }) => (from === node.id && to === review?.node.id) || (to === node.id && from === review?.node.id),
  );
}

function ring(life: Life, monitor: Monitor, { by, known }: { by: string; known: IncidentState[] }): void {
  count(life, monitor.node, known.length > 0 ? "alarms" : "falseAlarms");
  for (const state of known) detect(state, life.now, by);
  const { edges } = life.view.design;
  const told = edges.filter(({ from, kind }) => from === monitor.node.id && kind === "trigger").map(({ to }) => to);
  const releases = life.models.filter(({ served }) =>
    [served.registry, served.canary].some((node) => node && told.includes(node.id)),
  );
  for (const state of releases) rollBack(life, state);
  const trained = life.models.filter(({ served }) => served.training && told.includes(served.training.node.id));
  if (trained.length > 0 && life.now - monitor.triggered >= TRAINING_PAUSE) {
    monitor.triggered = life.now;
    for (const state of trained) startTraining(life, state);
  }
  if (releases.length > 0 || !life.models.some((state) => canRollBack(life, state))) return;
  // nobody but people is told: they look whether an earlier version does better
  schedule(life.agenda, life.now + PEOPLE_SECONDS, () => {
    for (const state of life.models) rollBack(life, state);
  });
}

/** Data checks ring once bad or late data meets them: in a stream within a minute, in a batch at its next run. */
export function scheduleDataChecks(life: Life): void {
  for (const state of life.incidents) {
    const { fault } = state;
    if (fault.kind !== "poisoned-data" && fault.kind !== "late-data") continue;
    const seen = checkingSeconds(life, fault);
    if (seen < Number.POSITIVE_INFINITY)
      schedule(life.agenda, fault.at + seen, () => detect(state, life.now, "data checks"));
  }
}

function checkingSeconds({ view: { design } }: Life, fault: Fault): number {
  const checkers = design.nodes.filter((node) => meets(fault, node.type) && node.parameters.checks === "on");
  const times = checkers.map((node) => (node.type === "stream" ? 60 : untilNextRun(node, fault.at)));
  return Math.min(Number.POSITIVE_INFINITY, ...times);
}

function untilNextRun(node: DesignNode, at: number): number {
  const every = numberAt(node, "every") ?? 86_400;
  return (Math.floor(at / every) + 1) * every - at;
}
