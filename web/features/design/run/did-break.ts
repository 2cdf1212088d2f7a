import type { Incident, ScenarioReport } from "../../../../src/features/design/model/run/report.ts";
import type { World } from "./world.ts";

/** Whether the service missed its objective while a fault lasted; it may have been back the moment that the fault ended. */
export function didBreak(
  { from, to, recoveredAfter }: Incident,
  { days, bin, series }: ScenarioReport,
  { slo }: World,
): boolean {
  if (days || recoveredAfter !== 0) return recoveredAfter !== 0;
  const during = <Value>(values: readonly Value[]) =>
    values.slice(Math.floor(from / bin), to === null ? undefined : Math.ceil(to / bin));
  const slow = during(series.p99).some((value) => value !== null && value > slo.latency);
  return slow || during(series.failed).some((value) => value !== null && value > 1 - slo.availability);
}
