import type { RoundDimension, RoundEvidence } from "../../../../shared/rounds/assessment.ts";
import { codeRead, TECHNIQUE_SE } from "./assess-technique.ts";
import { TESTING_SE, withoutDraft } from "./assess-testing.ts";
import { ownCases } from "./own-cases.ts";
import { type CodingState, submissionsOf } from "./state.ts";

const MINUTE_MS = 60_000;

/** Finer parts of testing and technique, and how soon the levels passed; they weigh nothing beside what they are parts of. */
export function codingMeasures(state: CodingState): RoundDimension[] {
  return [edgeCases(state), codeReading(state), ...(state.setup.kind === "progressive" ? [pace(state)] : [])];
}

function edgeCases(state: CodingState): RoundDimension {
  const { worth, evidence } = ownCases(withoutDraft(state));
  return {
    id: "own-cases",
    title: "Cases of one's own",
    weight: 0,
    score: worth,
    se: TESTING_SE,
    evidence: [evidence],
    stronger: "Two or three inputs at the borders, named and tried before handing in.",
  };
}

function codeReading(state: CodingState): RoundDimension {
  const read = codeRead(state);
  return {
    id: "code-reading",
    title: "How the code reads",
    weight: 0,
    score: read?.score ?? null,
    se: read ? TECHNIQUE_SE : null,
    evidence: read?.evidence ?? [],
    stronger: read?.stronger ?? "Nothing was handed in that solves enough to be read.",
  };
}

/** When each level passed is told and not scored: nothing says how fast is fast enough. */
function pace(state: CodingState): RoundDimension {
  const { setup } = state;
  const levels = Array.from({ length: setup.item.levels }, (_, at) => at + 1);
  const evidence = levels.flatMap((level): RoundEvidence[] => {
    const passed = submissionsOf(withoutDraft(state)).find(({ levelsPassed }) => levelsPassed >= level);
    if (!passed) return [];
    const minutes = Math.max(1, Math.round(passed.atMs / MINUTE_MS));
    return [{ seq: passed.seq, quote: "", says: `Level ${level} passed after ${minutes} min.`, good: true }];
  });
  return {
    id: "pace",
    title: "Pace",
    weight: 0,
    score: null,
    se: null,
    evidence,
    stronger: "When each level passed is told and not scored: levels of different problems take different times.",
  };
}
