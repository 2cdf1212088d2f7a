import type { Tone } from "../../ui/state-mark.tsx";
import type { CheckedEstimate, Phase } from "./types.ts";

export const phaseNames: Record<Phase, string> = {
  clarify: "Clarify",
  scope: "Scope",
  estimate: "Estimate",
  design: "Design & run",
  defend: "Defend",
  scorecard: "Scorecard",
};

/** In the order in which one goes through them. */
export const phases = Object.keys(phaseNames) as readonly Phase[];
export const phaseAfter = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) + 1];

const kindNames: Record<string, string> = {
  recommendation: "Recommendation",
  fraud: "Fraud",
  moderation: "Moderation",
  rag: "RAG",
};
export const kindName = (kind: string): string => kindNames[kind] ?? kind;

/** From here on an answer or a dimension is good, or partly so; the same bounds as in recall. */
const GOOD_FROM = 0.65;
const PARTLY_FROM = 0.4;
/** From this probability on a criterion counts as met. */
export const MET_FROM = 0.5;

export type Standing = { tone: Tone; words: string };

/** A score as a sign and a word: colour is never the only carrier. */
export function standingOf(score: number | null): Standing {
  if (score === null) return { tone: "idle", words: "nothing to score" };
  if (score >= GOOD_FROM) return { tone: "pass", words: "good" };
  return score >= PARTLY_FROM ? { tone: "part", words: "partly" } : { tone: "fail", words: "not yet" };
}

export const estimateStates: Record<CheckedEstimate["state"], Standing> = {
  right: { tone: "pass", words: "right" },
  off: { tone: "fail", words: "off" },
  unread: { tone: "part", words: "not understood" },
  empty: { tone: "idle", words: "left out" },
};

/** "5 min" of a budget in seconds. */
export const minutes = (seconds: number): string => `${Math.round(seconds / 60)} min`;
