import type { Scenario } from "../../../../shared/content/design/world.ts";
import type { DesignNode } from "../design.ts";
import type { Agenda } from "./agenda.ts";
import type { IncidentState } from "./incidents.ts";
import type { Backlog, Reviewers } from "./review-backlog.ts";
import { isOn } from "./unlearned.ts";
import type { ModelState } from "./version.ts";
import type { View } from "./view.ts";

/** `calm`: the backlog as it would be without faults. */
type People = { node: DesignNode; reviewers: Reviewers; backlog: Backlog; calm: Backlog; inTime: number };

/** Everything that changes while the days pass. */
export type Life = {
  view: View;
  scenario: Scenario;
  random: () => number;
  now: number;
  agenda: Agenda;
  models: ModelState[];
  incidents: IncidentState[];
  review: People | undefined;
  /** Quality of each stretch of time, oldest first: labels show it later. */
  history: { from: number; quality: number }[];
  /** Training runs by job and start: one run makes the models of all that it deploys to. */
  runs: Set<string>;
  /** What monitors, trials and gates counted, by node id. */
  counts: Map<string, Record<string, number>>;
  events: number;
};

export function count(life: Life, node: DesignNode, key: string): void {
  const counts = countsOf(life, node);
  counts[key] = (counts[key] ?? 0) + 1;
}

export function keepMost(life: Life, node: DesignNode, key: string, value: number): void {
  const counts = countsOf(life, node);
  counts[key] = Math.max(counts[key] ?? 0, value);
}

function countsOf({ counts }: Life, { id }: DesignNode): Record<string, number> {
  const found = counts.get(id) ?? {};
  counts.set(id, found);
  return found;
}

/** Requests a second; those of attacks are not among them. */
export function rateAt({ view, scenario }: Life, at: number): number {
  const usual = scenario.rate ?? view.world.traffic.rate;
  return scenario.faults
    .filter((fault) => fault.kind === "traffic-peak" && isOn(fault, at))
    .reduce((rate, { size }) => rate * (size ?? 2), usual);
}

export function incident({ incidents }: Life, fault: string): IncidentState | undefined {
  return incidents.find((state) => state.fault.id === fault);
}
