import type { DesignRubric } from "../../../../shared/content/design/case.ts";
import type { Probe } from "../../schema.ts";
import { specNamed } from "../components/catalogue.ts";
import type { ObjectiveResult } from "../run/report.ts";
import { type Run, saturated } from "./measured.ts";
import { objectiveWords, percent } from "./words.ts";

type Candidate = Pick<DesignRubric["probes"][number], "id" | "dimension" | "ask" | "when">;
type Reason = { because: string; weight: number };

const MOST = 4;
/** The weakest point first: what was missed, by how far; then what is full, what is not there, and last what went well. */
const WEIGHT = { missed: 100, saturated: 80, without: 60, with: 40, met: 20, always: 10 };

/** The probes that a run asks for, at most four, and why. */
export function chooseProbes(probes: readonly Candidate[], run: Run): Probe[] {
  const reasons = probes.flatMap((probe) => {
    const reason = reasonOf(probe.when, run);
    return reason ? [{ probe, reason }] : [];
  });
  return reasons
    .sort((a, b) => b.reason.weight - a.reason.weight)
    .slice(0, MOST)
    .map(({ probe: { id, dimension, ask }, reason }) => ({ id, dimension, ask, because: reason.because }));
}

function reasonOf(when: string, run: Run): Reason | undefined {
  const [about = "", name = ""] = when.split(":");
  if (about === "always") return { because: "Every candidate is asked this.", weight: WEIGHT.always };
  if (about === "missed" || about === "met") return ofObjective(about, name, run);
  const type = specNamed(name)?.type;
  const title = specNamed(name)?.title.toLowerCase() ?? name;
  if (about === "saturated") {
    const node = saturated(run.report).find((each) => each.type === type);
    if (!node) return undefined;
    const because = `\`${node.id}\` was ${percent(node.utilisation)} busy in the run.`;
    return { because, weight: WEIGHT.saturated + node.utilisation };
  }
  const node = run.design.nodes.find((each) => each.type === type);
  if (about === "with" && node) return { because: `The design has \`${node.id}\` (${title}).`, weight: WEIGHT.with };
  if (about === "without" && !node) return { because: `The design has no ${title}.`, weight: WEIGHT.without };
  return undefined;
}

function ofObjective(about: "missed" | "met", id: string, { report }: Run): Reason | undefined {
  const objective = report.objectives.find((each) => each.id === id);
  if (!objective || objective.met !== (about === "met")) return undefined;
  return { because: objectiveWords(objective), weight: WEIGHT[about] + (about === "missed" ? gapOf(objective) : 0) };
}

/** How far beside its target a value is, 0 to 1; what could not be measured is as far as can be. */
export function gapOf({ target, value }: Pick<ObjectiveResult, "target" | "value">): number {
  if (value === null) return 1;
  const [over, wanted] =
    "atMost" in target ? [value - target.atMost, target.atMost] : [target.atLeast - value, target.atLeast];
  return Math.min(1, Math.max(0, over / Math.max(Math.abs(wanted), 1e-9)));
}
