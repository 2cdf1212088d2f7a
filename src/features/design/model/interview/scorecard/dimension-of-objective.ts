import { unreachable } from "../../../../../lib/unreachable.ts";
import type { FaultKind, Metric, Objective, World } from "../../../../../shared/content/design/world.ts";
import type { Dimension } from "../../../schema.ts";

/** What an objective says something about: its metric, and what happens in the scenario where it is measured. */
export function dimensionOfObjective(objective: Objective, { scenarios }: Pick<World, "scenarios">): Dimension {
  const { metric, fault } = objective;
  const faults = scenarios.find(({ id }) => id === objective.scenario)?.faults ?? [];
  const kind = (faults.find(({ id }) => id === fault) ?? faults[0])?.kind;
  if (metric === "leaks") return "safety";
  if (metric === "cost" || metric === "llmShare") return "modelling";
  if (metric === "detection") return "rollout";
  if (metric === "dataLost") return "data";
  return kind === undefined ? inPeace(metric) : underFault(kind, metric);
}

type Other = Exclude<Metric, "leaks" | "cost" | "llmShare" | "detection" | "dataLost">;

function inPeace(metric: Other): Dimension {
  switch (metric) {
    case "p50":
    case "p95":
    case "p99":
    case "p999":
    case "firstTokenP99":
    case "availability":
    case "throughput":
    case "degraded":
    case "reviewInTime":
      return "serving";
    case "quality":
    case "recall":
    case "precision":
    case "wronglyBlocked":
    case "missed":
    case "reviewShare":
    case "moneyLost":
      return "modelling";
    case "lowestQuality":
    case "lastQuality":
      return "data";
    case "recovery":
    case "blast":
      return "failure";
    default:
      return unreachable(metric);
  }
}

function underFault(kind: FaultKind, metric: Other): Dimension {
  switch (kind) {
    case "traffic-peak":
    case "hot-key":
      return inPeace(metric) === "modelling" ? "serving" : inPeace(metric);
    case "poisoned-data":
    case "late-data":
      return "data";
    case "bad-model":
    case "concept-drift":
    case "embedding-change":
    case "policy-change":
      return "rollout";
    case "node-loss":
    case "zone-loss":
    case "cache-flush":
    case "slow-dependency":
    case "provider-outage":
    case "adversarial-burst":
      return "failure";
    case "reviewer-surge":
      // a flood of cases says how people are served; what the models decide goes on as in peace
      return inPeace(metric) === "serving" ? "failure" : inPeace(metric);
    default:
      return unreachable(kind);
  }
}
