import type { Design } from "../../features/design/model/design.ts";
import { type Estimate, estimateOf } from "../../features/design/model/engine/replications.ts";
import { figure } from "../../features/design/model/interview/words.ts";
import type { ObjectiveResult } from "../../features/design/model/run/report.ts";
import { runDesign } from "../../features/design/model/run/run-design.ts";
import type { World } from "../../shared/content/design/world.ts";
import type { Paint } from "./paint.ts";

type RepeatedObjective = Pick<ObjectiveResult, "id" | "title" | "scenario" | "target" | "unit"> & {
  met: number;
  of: number;
  /** Of the runs in which it could be measured; null when it could in none. */
  estimate: Estimate | null;
};
type Repeated = { objectives: RepeatedObjective[]; firstSeed: number; runs: number };

/** Runs a design with several seeds: how often each objective was met, and its mean with the 95 % interval. */
export function repeatRun(
  design: Design,
  world: World,
  { seed, runs, scenarios }: { seed: number; runs: number; scenarios?: readonly string[] },
): Repeated {
  const reports = Array.from({ length: runs }, (_, at) =>
    runDesign(design, world, { seed: seed + at, ...(scenarios ? { scenarios } : {}) }),
  );
  const objectives = (reports[0]?.objectives ?? []).map(({ id, title, scenario, target, unit }, at) => {
    const results = reports.flatMap((report) => report.objectives[at] ?? []);
    const values = results.flatMap(({ value }) => value ?? []);
    const met = results.filter((result) => result.met).length;
    return {
      id,
      title,
      scenario,
      target,
      unit,
      met,
      of: runs,
      estimate: values.length > 0 ? estimateOf(values) : null,
    };
  });
  return { objectives, firstSeed: seed, runs };
}

export function describeRepeated(paint: Paint, { objectives }: Repeated): string {
  return objectives
    .map(({ title, scenario, met, of, estimate, unit }) => {
      const mark = met === of ? paint("green", "✓") : paint("red", "✕");
      const value = estimate ? `${figure(estimate.mean, unit)} ± ${figure(estimate.halfWidth, unit)}` : "not measured";
      return `${mark} ${title} (${scenario}): met in ${met} of ${of}, ${value}`;
    })
    .join("\n");
}
