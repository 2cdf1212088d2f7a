import type { World } from "../../../../../shared/content/design/world.ts";
import { parseDesign } from "../../language/parse-design.ts";
import { runMinutes } from "../../run/minutes.ts";
import type { EdgeReport, ScenarioReport } from "../../run/report.ts";
import { plainWorld } from "./replicate.ts";

export type Once = {
  rate: number;
  lasts: number;
  warmUp?: number;
  faults?: Record<string, unknown>[];
  traffic?: Record<string, unknown>;
  /** What a world has beside the plain one. */
  world?: Partial<World>;
  seed?: number;
};

/** One run of a design in a world in which, but for what is given, nothing but queues matters. */
export function runOnce(text: string, { rate, lasts, warmUp = 0, faults = [], traffic = {}, world, seed = 1 }: Once) {
  const { design, faults: mistakes } = parseDesign(text);
  if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join("\n"));
  const named = faults.map((fault, at) => ({ id: `fault-${at}`, title: "something breaks", ...fault }));
  const whole = { ...plainWorld({ rate, ...traffic }, { lasts, warmUp, faults: named }), ...world };
  const scenario = whole.scenarios[0];
  const report = scenario && runMinutes(design, whole, { scenario, seed, watch: { goOn: () => true } });
  if (!report) throw new Error("the run did not end");
  return report;
}

export function edgeOf({ edges }: ScenarioReport, from: string, to: string): EdgeReport {
  const edge = edges.find((each) => each.from === from && each.to === to);
  if (!edge) throw new Error(`no arrow from "${from}" to "${to}"`);
  return edge;
}

/** Mean of a series between two times. */
export function meanBetween(report: ScenarioReport, values: readonly (number | null)[], from: number, to: number) {
  const within = values
    .slice(Math.ceil(from / report.bin), Math.floor(to / report.bin))
    .filter((each) => each !== null);
  return within.reduce((sum, value) => sum + value, 0) / Math.max(1, within.length);
}
