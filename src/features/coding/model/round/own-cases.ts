import type { RoundEvidence } from "../../../../shared/rounds/assessment.ts";
import { type CodingState, MET, submissionsOf } from "./state.ts";

/** Cases that come up only after the code was handed in are worth half. */
const LATE = 0.5;
const QUOTED = /("""|''')[\s\S]*?\1/g;

/** Checks that run with the code: an `assert` at the margin, not one inside of a function or of a text. */
export function ownChecksIn(code: string): number {
  return code.replaceAll(QUOTED, "").match(/^assert\b/gm)?.length ?? 0;
}

export function checksOfTheirOwn({ attempts }: CodingState): boolean {
  return attempts.some(({ ownChecks }) => ownChecks > 0);
}

type OwnCases = { worth: number; evidence: RoundEvidence };

/** Whether cases of their own were written into the code or named, 0 to 1, by the better of the two. */
export function ownCases(state: CodingState): OwnCases {
  const [best] = [...writtenIn(state), ...namedIn(state)].toSorted((a, b) => b.worth - a.worth);
  const none = { seq: null, quote: "", says: "Named no case of their own.", good: false };
  return best ?? { worth: 0, evidence: none };
}

function writtenIn({ attempts }: CodingState): OwnCases[] {
  const written = attempts.find(({ ownChecks }) => ownChecks > 0);
  if (!written) return [];
  // what is handed in with its checks was written before that
  const inTime = attempts.every(({ mode, seq }) => mode === "run" || seq >= written.seq);
  const says = `Wrote checks of their own into the code${inTime ? "" : " once it was handed in"}.`;
  return [{ worth: inTime ? 1 : LATE, evidence: { seq: written.seq, quote: "", says, good: true } }];
}

function namedIn(state: CodingState): OwnCases[] {
  const named = state.heard["edge-cases"];
  if (!named || named.probability < MET) return [];
  const { seq, quote } = named;
  const inTime = submissionsOf(state).every((each) => seq < each.seq);
  const says = `Named cases of their own ${inTime ? "before handing in" : "once it was handed in"}.`;
  return [{ worth: inTime ? 1 : LATE, evidence: { seq, quote, says, good: true } }];
}
