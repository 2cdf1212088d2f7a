import type { DesignNode } from "../design.ts";
import { meanTime } from "../engine/random-stream.ts";
import { numberAt, wordAt } from "../quality/node-parameters.ts";
import { clearedIn, isOnShift, type Shifts, startOfNextShift } from "./shifts.ts";

/**
 * Cases that wait for people, as a fluid: arrivals fill it, people at work empty it, and those without patience leave at rate
 * backlog / patience (the fluid limit of Erlang A; Mandelbaum and Zeltyn, 2007). Where nothing waits, the chance of a wait
 * beyond the limit is Erlang C's. One level for each severity, the least grave first.
 */
export type Backlog = { waiting: number[]; most: number };

export type Reviewers = Shifts & {
  people: number;
  /** Mean seconds of one case. */
  takes: number;
  sla: number;
  patience: number;
  room: number;
  error: number;
  order: "fifo" | "severity";
};

const SUB_STEP = 900;

export function reviewersOf(node: DesignNode): Reviewers {
  const people = numberAt(node, "people") ?? 20;
  const { time } = node.parameters;
  const takes = typeof time === "object" ? meanTime(time) : 90;
  return {
    people,
    takes,
    capacity: people / takes,
    shifts: numberAt(node, "shifts") ?? 3,
    sla: numberAt(node, "sla") ?? 1800,
    patience: numberAt(node, "patience") ?? Number.POSITIVE_INFINITY,
    room: numberAt(node, "queue") ?? 100_000,
    error: numberAt(node, "error") ?? 0.1,
    order: wordAt(node, "priority") === "severity" ? "severity" : "fifo",
  };
}

/**
 * Lets time pass from `from` to `to` with cases arriving at `rates` a second (a rate a severity). Returns the share of those
 * that are decided in time, by severity, the seconds that people worked and how many cases left or found no room.
 */
export function reviewed(
  backlog: Backlog,
  reviewers: Reviewers,
  { from, to, rates }: { from: number; to: number; rates: readonly number[] },
): { inTime: number[]; worked: number; lost: number } {
  const sums = rates.map(() => 0);
  let [worked, lost] = [0, 0];
  for (let at = from; at < to; ) {
    const end = Math.min(to, at + SUB_STEP, startOfNextShift(reviewers, at));
    const length = end - at;
    rates.forEach((_, level) => {
      sums[level] = (sums[level] ?? 0) + (isInTime(backlog, reviewers, { at, rates, level }) * length) / (to - from);
    });
    const passed = flow(backlog, reviewers, { at, length, rates });
    worked += passed.served * reviewers.takes;
    lost += passed.lost;
    at = end;
  }
  return { inTime: sums, worked, lost };
}

/** Share of the cases of a level that arrive now and are decided within the limit. */
function isInTime(
  { waiting }: Backlog,
  reviewers: Reviewers,
  { at, rates, level }: { at: number; rates: readonly number[]; level: number },
): number {
  const graver = reviewers.order === "severity" ? level : 0;
  const ahead = waiting.slice(graver).reduce((sum, count) => sum + count, 0);
  const overtaking = reviewers.order === "severity" ? rates.slice(level + 1).reduce((sum, rate) => sum + rate, 0) : 0;
  const left = reviewers.sla - reviewers.takes;
  if (clearedIn(reviewers, { at, cases: ahead, less: overtaking }) > left) return 0;
  if (ahead > reviewers.people || !isOnShift(reviewers, at)) return 1;
  const before = rates.slice(graver).reduce((sum, rate) => sum + rate, 0);
  const spare = reviewers.capacity - before;
  return spare <= 0
    ? 1
    : 1 - erlangC(reviewers.people, before * reviewers.takes) * Math.exp(-spare * Math.max(0, left));
}

function flow(
  backlog: Backlog,
  reviewers: Reviewers,
  { at, length, rates }: { at: number; length: number; rates: readonly number[] },
): { served: number; lost: number } {
  const { waiting } = backlog;
  const offered = waiting.map((count, level) => count + (rates[level] ?? 0) * length);
  const total = offered.reduce((sum, count) => sum + count, 0);
  const served = Math.min(total, isOnShift(reviewers, at) ? reviewers.capacity * length : 0);
  const before = waiting.reduce((sum, count) => sum + count, 0);
  const kept = keptShare(reviewers.patience, { length, before, after: total - served });
  let [budget, lost] = [served, 0];
  for (let level = offered.length - 1; level >= 0; level--) {
    const here = offered[level] ?? 0;
    const share = reviewers.order === "severity" ? Math.min(here, budget) : total > 0 ? (served * here) / total : 0;
    budget -= share;
    const gone = (here - share) * (1 - kept);
    waiting[level] = here - share - gone;
    lost += gone;
  }
  const over = waiting.reduce((sum, count) => sum + count, 0) - reviewers.room;
  if (over > 0) {
    lost += over;
    waiting.forEach((count, level) => {
      waiting[level] = (count * reviewers.room) / (reviewers.room + over);
    });
  }
  backlog.most = Math.max(backlog.most, Math.min(reviewers.room, Math.max(0, total - served)));
  return { served, lost };
}

/** Share of what would wait after a step that has not lost patience: B' = net - B / patience, solved for the step. */
function keptShare(
  patience: number,
  { length, before, after }: { length: number; before: number; after: number },
): number {
  if (patience === Number.POSITIVE_INFINITY || after <= 0) return 1;
  const settled = ((after - before) / length) * patience;
  const decay = Math.exp(-length / patience);
  return Math.min(1, Math.max(0, settled * (1 - decay) + before * decay) / after);
}

/** Chance that a case has to wait (Erlang C): `B / (1 - rho (1 - B))`, B by its recursion; `load` in erlangs. */
export function erlangC(people: number, load: number): number {
  if (load >= people) return 1;
  let blocked = 1;
  for (let each = 1; each <= people; each++) {
    blocked = (load * blocked) / (each + load * blocked);
    if (blocked < 1e-12 && each > load) return 0;
  }
  return blocked / (1 - (load / people) * (1 - blocked));
}
