import type { Assessment, RoundDimension, RoundEvidence } from "../../../../../shared/rounds/assessment.ts";
import { ownCases } from "../own-cases.ts";
import { submissionsOf } from "../state.ts";
import type { AssistedState } from "./assisted-state.ts";

const WEIGHTS = { ran: 0.4, between: 0.2, own: 0.4 };
const SE = 0.12;

type Part = { worth: number; evidence: RoundEvidence };

/** Whether what was taken was tried before it was handed in; as in a coding round where nothing was taken. */
export function assessTrying(state: AssistedState, coding: Assessment): RoundDimension {
  const attempts = state.coding.attempts.filter(({ seq }) => seq !== state.coding.draftSeq);
  const alone = coding.dimensions.find(({ id }) => id === "testing");
  if (state.takes.length === 0 && attempts.length > 0 && alone) return { ...alone, weight: 0.15 };
  const seen = state.takes.length > 0 || attempts.length > 0;
  const parts = seen ? [ranAfter(state), ranBetween(state), ownPart(state)] : [];
  const tried = attempts.length > 0;
  return {
    id: "testing",
    title: "Testing",
    weight: 0.15,
    // where nothing was run there is nothing that talk of testing could be held against
    score: seen ? (tried ? parts.reduce((sum, { worth }) => sum + worth, 0) : 0) : null,
    se: seen ? SE : null,
    evidence: parts.map(({ evidence }) => evidence),
    stronger: "A run after each part that you take, and two inputs of your own at the borders before you hand in.",
  };
}

function firstSubmission(state: AssistedState): number {
  return submissionsOf(state.coding)[0]?.seq ?? Number.POSITIVE_INFINITY;
}

function runsBefore(state: AssistedState): number[] {
  const first = firstSubmission(state);
  return state.coding.attempts.filter(({ mode, seq }) => mode === "run" && seq < first).map(({ seq }) => seq);
}

function ranAfter(state: AssistedState): Part {
  const first = firstSubmission(state);
  const lastTake = Math.max(0, ...state.takes.map(({ seq }) => seq).filter((seq) => seq < first));
  const run = runsBefore(state).find((seq) => seq > lastTake);
  return run === undefined
    ? part(0, { seq: null, says: "Handed in what was taken without a run.", good: false })
    : part(WEIGHTS.ran, {
        seq: run,
        says: "Ran the code after the last part that was taken, before handing in.",
        good: true,
      });
}

function ranBetween(state: AssistedState): Part {
  const takes = state.takes.map(({ seq }) => seq);
  const run = runsBefore(state).find((seq) => takes.some((take) => take < seq) && takes.some((take) => take > seq));
  return run === undefined
    ? part(0, { seq: null, says: "Put all parts together before the first run.", good: false })
    : part(WEIGHTS.between, { seq: run, says: "Ran the code between two parts.", good: true });
}

function ownPart({ coding }: AssistedState): Part {
  const { worth, evidence } = ownCases(coding);
  return { worth: WEIGHTS.own * worth, evidence };
}

function part(worth: number, evidence: Omit<RoundEvidence, "quote">): Part {
  return { worth, evidence: { ...evidence, quote: "" } };
}
