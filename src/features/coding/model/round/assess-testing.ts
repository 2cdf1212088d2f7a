import type { RoundDimension, RoundEvidence } from "../../../../shared/rounds/assessment.ts";
import { type Attempt, type CodingState, MET, submissionsOf } from "./state.ts";

const WEIGHTS = { ran: 0.35, own: 0.35, reacted: 0.3 };
/** Cases that are named only after the code was handed in are worth half. */
const LATE = 0.5;
const SE = 0.15;

type Part = { weight: number; score: number; evidence: RoundEvidence };

/** Whether the code was tried before it was handed in, on cases of their own too, and what was made of failures. */
export function assessTesting(state: CodingState): RoundDimension {
  const parts = [ranFirst(state), ownCases(state), reaction(state)].flatMap((part) => part ?? []);
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const tried = state.attempts.length > 0;
  return {
    id: "testing",
    title: "Testing and verification",
    weight: 0.15,
    // where nothing was run there is nothing that talk of testing could be held against
    score: tried ? parts.reduce((sum, { score, weight }) => sum + score * weight, 0) / all : 0,
    se: SE,
    evidence: parts.map(({ evidence }) => evidence),
    stronger: strongerOf(parts, tried),
  };
}

function ranFirst({ attempts }: CodingState): Part | undefined {
  const [first] = attempts;
  if (!first) return undefined;
  const good = first.mode === "run";
  const says = good ? "Ran the visible tests before handing in." : "Handed in without a run.";
  return { weight: WEIGHTS.ran, score: good ? 1 : 0, evidence: { seq: first.seq, quote: "", says, good } };
}

function ownCases(state: CodingState): Part {
  const first = submissionsOf(state)[0]?.seq ?? Number.POSITIVE_INFINITY;
  const written = state.attempts.find(({ ownChecks }) => ownChecks > 0);
  if (written)
    return part({ seq: written.seq, quote: "", says: "Wrote checks of their own into the code.", good: true }, 1);
  const named = state.heard["edge-cases"];
  if (!named || named.probability < MET)
    return part({ seq: null, quote: "", says: "Named no case of their own.", good: false }, 0);
  const { seq, quote } = named;
  if (seq < first) return part({ seq, quote, says: "Named cases of their own before handing in.", good: true }, 1);
  return part({ seq, quote, says: "Named cases of their own once it was handed in.", good: true }, LATE);

  function part(evidence: RoundEvidence, score: number): Part {
    return { weight: WEIGHTS.own, score, evidence };
  }
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
