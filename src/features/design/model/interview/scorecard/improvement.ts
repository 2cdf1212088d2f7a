import type { Scorecard } from "../../../schema.ts";
import type { ObjectiveResult, RunReport } from "../../run/report.ts";
import type { Observation } from "./observation.ts";
import { worthOfRun } from "./observe-run.ts";

type Reports = readonly RunReport[];

const PERFECT = 0.995;

/** The last run beside the first; null with fewer than two. */
export function improvementOf(reports: Reports): Scorecard["improvement"] {
  const [first, last] = [reports[0], reports.at(-1)];
  if (!first || !last || reports.length < 2) return null;
  return { before: worthOfRun(first), after: worthOfRun(last), said: changesIn(first.objectives, last.objectives) };
}

/** Whether what the first run showed was mended: part of communication and iteration. */
export function observeImprovement(reports: Reports): Observation[] {
  const change = improvementOf(reports);
  if (!change) return [];
  const { before, after, said } = change;
  const score = after >= PERFECT ? 1 : Math.min(1, Math.max(0, 0.4 + 2 * (after - before)));
  const mend =
    after >= PERFECT ? null : "Run again after the interviewer's questions, and mend the weakest point first.";
  return [
    {
      dimension: "communication",
      score,
      se: 0.1,
      weight: 1,
      evidence: [{ kind: "run", text: said, good: after > before || after >= PERFECT }],
      mend,
    },
  ];
}

function changesIn(before: readonly ObjectiveResult[], after: readonly ObjectiveResult[]): string {
  const metBefore = new Set(before.filter(({ met }) => met).map(({ id }) => id));
  const gained = after.filter(({ id, met }) => met && !metBefore.has(id)).map(({ title }) => title);
  const lost = after.filter(({ id, met }) => !met && metBefore.has(id)).map(({ title }) => title);
  const open = after.filter(({ id, met }) => !met && !metBefore.has(id)).map(({ title }) => title);
  const parts = [
    gained.length > 0 ? `met since the first run: ${gained.join(", ")}` : "",
    lost.length > 0 ? `lost since: ${lost.join(", ")}` : "",
    open.length > 0 ? `still missed: ${open.join(", ")}` : "",
  ].filter(Boolean);
  const said = parts.length > 0 ? parts.join("; ") : "every objective was met from the first run on";
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
