import type { ScenarioReport } from "../../../../src/features/design/model/run/report.ts";
import { formatCount, formatDollars, formatRate, formatSeconds, formatShare } from "./format-value.ts";
import type { World } from "./world.ts";

type Figure = { name: string; value: string };

/** The figures of a scenario in the order of asking: how much, how fast, how good, at what loss. */
export function figuresOf(scenario: ScenarioReport, world: World): Figure[] {
  return [...serviceFigures(scenario), ...decisionFigures(scenario, world), ...lossFigures(scenario)];
}

/** Days are simulated as rates: there is no latency in them, and nothing fails. */
function serviceFigures({ requests, throughput, availability, degraded, latency, firstToken, days }: ScenarioReport) {
  const figures: Figure[] = [{ name: "requests", value: formatCount(requests) }];
  if (days) return figures;
  figures.push(
    { name: "answered", value: formatRate(throughput) },
    { name: "p50", value: formatSeconds(latency.p50) },
    { name: "p99", value: formatSeconds(latency.p99) },
    { name: "p99.9", value: formatSeconds(latency.p999) },
  );
  if (firstToken) figures.push({ name: "first token p99", value: formatSeconds(firstToken.p99) });
  figures.push({ name: "availability", value: formatShare(availability) });
  if (degraded > 0) figures.push({ name: "degraded", value: formatShare(degraded) });
  return figures;
}

function decisionFigures({ quality, decisions, llmShare, reviewInTime }: ScenarioReport, world: World): Figure[] {
  const figures: Figure[] = [{ name: "quality", value: formatShare(quality) }];
  if (decisions && world.task === "detection")
    figures.push(
      { name: "found (recall)", value: formatShare(decisions.recall) },
      { name: "precision", value: formatShare(decisions.precision) },
      { name: "wrongly blocked", value: formatShare(decisions.wronglyBlocked) },
      { name: "sent to review", value: formatShare(decisions.reviewed) },
    );
  if (decisions && world.permissions) figures.push({ name: "leaked", value: formatShare(decisions.leaked) });
  if (llmShare > 0) figures.push({ name: "reached an LLM", value: formatShare(llmShare) });
  if (reviewInTime !== null) figures.push({ name: "reviewed in time", value: formatShare(reviewInTime) });
  return figures;
}

function lossFigures({ dataLost, money, budgetUsed }: ScenarioReport): Figure[] {
  const figures: Figure[] = [];
  if (dataLost > 0) figures.push({ name: "events lost", value: formatCount(dataLost) });
  if (money.lost > 0) figures.push({ name: "money lost", value: formatDollars(money.lost) });
  if (budgetUsed > 0) figures.push({ name: "budget burned", value: formatShare(budgetUsed) });
  return figures;
}
