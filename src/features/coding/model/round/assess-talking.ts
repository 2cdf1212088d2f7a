import type { RoundDimension, RoundEvidence } from "../../../../shared/rounds/assessment.ts";
import { type CodingState, type HeardPoint, MET } from "./state.ts";

/** Fewer words are nothing to judge by. */
const LEAST_WORDS = 20;
const SE = 0.12;

/** What was said while working, against the rubric of thinking aloud; nothing where hardly anything was said. */
export function assessTalking(state: CodingState): RoundDimension {
  const criteria = state.setup.criteria.filter(({ when }) => when === "always" || state.hints.length > 0);
  const judged = criteria.map((criterion) => ({ criterion, heard: state.heard[criterion.id] }));
  const all = criteria.reduce((sum, { points }) => sum + points, 0);
  const told = judged.reduce((sum, { criterion, heard }) => sum + criterion.points * (heard?.probability ?? 0), 0);
  const enough = state.words >= LEAST_WORDS && all > 0;
  const onPoint = state.words / Math.max(1, state.words + state.strayed);
  const missing = judged.filter(({ heard }) => (heard?.probability ?? 0) < MET).map(({ criterion }) => criterion.title);
  return {
    id: "communication",
    title: "Communication and thinking aloud",
    weight: 0.2,
    score: enough ? (onPoint * told) / all : null,
    se: enough ? SE : null,
    evidence: judged.flatMap(({ criterion, heard }) => evidenceOf(criterion.title, heard)),
    stronger: enough
      ? missing.length === 0
        ? "One could follow you all the way."
        : `Not heard: ${missing.slice(0, 3).map(lowered).join("; ")}.`
      : "Too little was said to judge how you think: say what you see, weigh and expect while you work.",
  };
}

function evidenceOf(title: string, heard: HeardPoint | undefined): RoundEvidence[] {
  return heard && heard.probability >= MET
    ? [{ seq: heard.seq, quote: heard.quote, says: `${title}.`, good: true }]
    : [];
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
