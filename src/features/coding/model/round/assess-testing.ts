import type { RoundDimension, RoundEvidence } from "../../../../shared/rounds/assessment.ts";
import { weightedMean } from "../../../../shared/rounds/weighted-mean.ts";
import { ownCases } from "./own-cases.ts";
import type { Attempt, CodingState } from "./state.ts";

const WEIGHTS = { ran: 0.35, own: 0.35, reacted: 0.3 };
export const TESTING_SE = 0.15;

type Part = { weight: number; score: number; evidence: RoundEvidence };

/** Whether the code was tried before it was handed in, on cases of their own too, and what was made of failures. */
export function assessTesting(whole: CodingState): RoundDimension {
  const state = withoutDraft(whole);
  const parts = [ranFirst(state), ownPart(state), reaction(state)].flatMap((part) => part ?? []);
  const tried = state.attempts.length > 0;
  return {
    id: "testing",
    title: "Testing and verification",
    weight: 0.15,
    // where nothing was run there is nothing that talk of testing could be held against
    score: tried ? (weightedMean(parts) ?? 0) : 0,
    se: TESTING_SE,
    evidence: parts.map(({ evidence }) => evidence),
    stronger: strongerOf(parts, tried),
  };
}

/** A last draft is judged after the round, and no testing of theirs. */
export function withoutDraft(state: CodingState): CodingState {
  return { ...state, attempts: state.attempts.filter(({ seq }) => seq !== state.draftSeq) };
}

function ranFirst({ attempts }: CodingState): Part | undefined {
  const [first] = attempts;
  if (!first) return undefined;
  const good = first.mode === "run";
  const says = good ? "Ran the visible tests before handing in." : "Handed in without a run.";
  return { weight: WEIGHTS.ran, score: good ? 1 : 0, evidence: { seq: first.seq, quote: "", says, good } };
}

function ownPart(state: CodingState): Part {
  const { worth, evidence } = ownCases(state);
  return { weight: WEIGHTS.own, score: worth, evidence };
}

/** Undefined where nothing failed. */
function reaction({ attempts }: CodingState): Part | undefined {
  const failed = attempts.flatMap((attempt, at) => (attempt.accepted ? [] : [{ attempt, at }]));
  if (failed.length === 0) return undefined;
  const bettered = failed.filter(({ attempt, at }) =>
    attempts.slice(at + 1, at + 3).some((next) => isBetter(next, attempt)),
  );
  const blind = failed.filter(
    ({ attempt, at }) => attempt.mode === "submit" && attempts[at + 1]?.mode === "submit",
  ).length;
  const share = bettered.length / failed.length;
  const score = Math.max(0, share - 0.15 * Math.max(0, blind - 1));
  const says =
    share >= 0.5
      ? "What failed was mended within two attempts."
      : "Failures led to more attempts rather than to a reason.";
  return {
    weight: WEIGHTS.reacted,
    score,
    evidence: { seq: failed[0]?.attempt.seq ?? null, quote: "", says, good: share >= 0.5 },
  };
}

function isBetter(next: Attempt, before: Attempt): boolean {
  return next.accepted || (next.mode === before.mode && next.passed > before.passed);
}

function strongerOf(parts: readonly Part[], tried: boolean): string {
  if (!tried) return "Run something: a verdict is the only proof that there is.";
  const worst = parts.toSorted((a, b) => a.score - b.score)[0];
  if (!worst || worst.score >= 0.9) return "Tested like work that others will build on.";
  if (worst.weight === WEIGHTS.reacted)
    return "After a failure: a guess at the reason, a small input that shows it, then the change.";
  return "Two or three inputs of your own at the borders, named and tried before handing in.";
}
