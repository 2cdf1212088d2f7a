import type { Fault, Scenario, World } from "../../../../shared/content/design/world.ts";
import type { Design } from "../design.ts";
import { numberAt, wordAt } from "../quality/node-parameters.ts";
import { type Bin, qualitySeries } from "./bin.ts";
import type { Outcomes } from "./outcomes.ts";
import type { Incident } from "./report.ts";

/** Good bins in a row that make a recovery. */
const STEADY_BINS = 3;
const METASTABLE_AFTER_SECONDS = 60;
/** Bins before a fault whose share of failed and degraded answers is the usual one. */
const REFERENCE_BINS = 10;

type Told = { design: Design; world: World; scenario: Scenario; outcomes: Outcomes; bin: number };

/** What each fault of a scenario did, as the bins show it. */
export function incidentsOf(told: Told): Incident[] {
  return told.scenario.faults.map((fault) => incidentOf(told, fault));
}

function incidentOf(told: Told, fault: Fault): Incident {
  const { world, scenario, outcomes, bin } = told;
  const { bins } = outcomes;
  const end = fault.lasts === undefined ? null : fault.at + fault.lasts;
  const good = bins.map((each) => isGood(each, world));
  const first = Math.floor(fault.at / bin);
  const firstBad = good.findIndex((ok, at) => at >= first && !ok);
  const last = Math.floor(scenario.lasts / bin);
  const recovered = firstBad < 0 ? 0 : recoveredAfter(good, { fault, bin, firstBad, last });
  const over = until(told, fault, recovered);
  const touched = bins.slice(first, over);
  const { detectedAfter, detectedBy } = detection(told, fault, firstBad);
  const metastable =
    end !== null &&
    scenario.lasts - end >= METASTABLE_AFTER_SECONDS &&
    (recovered === null || recovered > METASTABLE_AFTER_SECONDS);
  const incident = {
    fault: fault.id,
    kind: fault.kind,
    title: fault.title,
    from: fault.at,
    to: end,
    detectedAfter,
    detectedBy,
    recoveredAfter: recovered,
    blast: blastOf(touched, bins.slice(Math.max(0, first - REFERENCE_BINS), first)),
    metastable,
    worstP99: worst(touched.map(({ latency }) => (latency.count > 0 ? latency.quantile(0.99) : null))),
    lowestQuality: lowest(qualitySeries(bins, world.task).slice(first, over)),
  };
  const since = good.slice(first, last);
  const badShare = since.filter((ok) => !ok).length / Math.max(1, since.length);
  return { ...incident, said: said(incident, { broke: firstBad >= 0, badShare }) };
}

function isGood({ latency, answered, failed }: Bin, { slo }: World): boolean {
  if (answered + failed === 0) return true;
  return answered / (answered + failed) >= slo.availability && latency.quantile(0.99) <= slo.latency;
}

/** Seconds from the end of a fault (its start, for one that stays) until the objective holds for three bins in a row. */
function recoveredAfter(
  good: readonly boolean[],
  { fault, bin, firstBad, last }: { fault: Fault; bin: number; firstBad: number; last: number },
): number | null {
  if (firstBad >= last) return 0;
  const from = fault.lasts === undefined ? fault.at : fault.at + fault.lasts;
  for (let at = Math.max(firstBad, Math.floor(from / bin)); at + STEADY_BINS <= last; at++)
    if (good.slice(at, at + STEADY_BINS).every(Boolean)) return Math.max(0, at * bin - from);
  return null;
}

function until({ scenario, bin }: Told, fault: Fault, recovered: number | null): number {
  const end = fault.lasts === undefined || recovered === null ? scenario.lasts : fault.at + fault.lasts + recovered;
  return Math.ceil(Math.min(end, scenario.lasts) / bin);
}

function blastOf(touched: readonly Bin[], before: readonly Bin[]): number {
  return Math.max(0, harmedShare(touched) - harmedShare(before));
}

function harmedShare(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { answered, failed }) => sum + answered + failed, 0);
  return all === 0 ? 0 : bins.reduce((sum, { failed, degraded }) => sum + failed + degraded, 0) / all;
}

/** The first look of a monitor after the first bad bin, or after the scores have changed. */
function detection(
  { design, outcomes, bin, scenario }: Told,
  fault: Fault,
  firstBad: number,
): Pick<Incident, "detectedAfter" | "detectedBy"> {
  const found: { at: number; by: string }[] = [];
  const joined = new Set(design.edges.flatMap(({ from, to }) => [from, to]));
  for (const monitor of design.nodes.filter(({ id, type }) => type === "monitor" && joined.has(id))) {
    const every = numberAt(monitor, "every") ?? 3600;
    const watch = wordAt(monitor, "watch");
    const look = (at: number) => Math.ceil(at / every) * every;
    if (firstBad >= 0 && (watch === "latency" || watch === "all"))
      found.push({ at: look((firstBad + 1) * bin), by: isSlow(outcomes.bins[firstBad]) ? "latency" : "errors" });
    if (watch !== "scores" && watch !== "all") continue;
    for (let at = look(fault.at + bin); at <= scenario.lasts; at += every) {
      if (stability(outcomes.bins, { at, every, bin, before: fault.at }) <= (numberAt(monitor, "psi") ?? 0.2)) continue;
      found.push({ at, by: "scores" });
      break;
    }
  }
  const first = found.filter(({ at }) => at <= scenario.lasts).sort((a, b) => a.at - b.at)[0];
  return first
    ? { detectedAfter: first.at - fault.at, detectedBy: first.by }
    : { detectedAfter: null, detectedBy: null };
}

function isSlow(bin: Bin | undefined): boolean {
  return bin !== undefined && bin.failed < bin.answered * 0.001;
}

/** Population stability index of the scores of the last look against everything before the fault. */
function stability(
  bins: readonly Bin[],
  { at, every, bin, before }: { at: number; every: number; bin: number; before: number },
): number {
  const counts = (from: number, to: number) => {
    const sums = new Float64Array(bins[0]?.scores.length ?? 0);
    for (const { scores } of bins.slice(Math.max(0, Math.floor(from / bin)), Math.floor(to / bin)))
      scores.forEach((count, place) => {
        sums[place] = (sums[place] as number) + count;
      });
    return sums;
  };
  const reference = counts(0, before);
  const recent = counts(Math.max(before, at - every), at);
  const all = reference.reduce((sum, count) => sum + count, 0);
  const now = recent.reduce((sum, count) => sum + count, 0);
  if (all === 0 || now === 0) return 0;
  let index = 0;
  reference.forEach((count, place) => {
    // half a request in every bin: an empty one would make the index infinite
    const expected = (count + 0.5) / (all + 0.5 * reference.length);
    const actual = ((recent[place] as number) + 0.5) / (now + 0.5 * reference.length);
    index += (actual - expected) * Math.log(actual / expected);
  });
  return index;
}

function worst(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function lowest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function said(
  { recoveredAfter, blast, metastable, detectedAfter }: Omit<Incident, "said">,
  { broke, badShare }: { broke: boolean; badShare: number },
): string {
  const harmed = `${(blast * 100).toFixed(blast < 0.1 ? 1 : 0)} % of the requests failed or got less than usual`;
  const seen = detectedAfter === null ? "no monitor noticed" : `noticed after ${Math.round(detectedAfter)} s`;
  if (!broke) return `The objective held throughout; ${harmed}.`;
  if (recoveredAfter === null && badShare < 0.5)
    return `Now and then, to the end of the run, it fell short of the objective; ${harmed}; ${seen}.`;
  if (recoveredAfter === null)
    return `The service did not recover within the run${metastable ? ", although the cause was gone: the overload keeps itself up" : ""}; ${harmed}; ${seen}.`;
  if (metastable)
    return `It took ${Math.round(recoveredAfter)} s after the cause was gone: the overload kept itself up; ${harmed}; ${seen}.`;
  return `The service was back ${recoveredAfter === 0 ? "as soon as the cause was gone" : `${Math.round(recoveredAfter)} s after the cause was gone`}; ${harmed}; ${seen}.`;
}
