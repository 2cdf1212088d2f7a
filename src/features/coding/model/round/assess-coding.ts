import { counted } from "../../../../lib/text.ts";
import type { AssessedTopic, Assessment, RoundDimension } from "../../../../shared/rounds/assessment.ts";
import type { Ms } from "../../../../shared/rounds/round.ts";
import { measuredIn, weightedError, weightedMean } from "../../../../shared/rounds/weighted-mean.ts";
import { HINT_COST, standardErrorOf } from "../score.ts";
import { assessTalking } from "./assess-talking.ts";
import { assessTechnique } from "./assess-technique.ts";
import { assessTesting } from "./assess-testing.ts";
import { codingMeasures } from "./coding-measures.ts";
import { type Attempt, bestOf, type CodingState, hasWritten, isSolved, submissionsOf } from "./state.ts";

/** Visible tests alone. */
const WORTH_OF_A_RUN = 0.3;
/** Talk carries nobody further than this beyond the share of the problem that was solved. */
const TALK_CARRIES = { from: 0.2, slope: 0.8 };
/** Code that passes without a word is a bare yes: nobody knows whether it was understood. */
const MOST_WITHOUT_WORDS = 0.72;
const LEAST_SE = 0.06;

/** What the round showed: how much of the problem was solved, how it was tested, how well its cost and its code are known, how it was told. */
export function assessCoding(state: CodingState, now: Ms): Assessment {
  if (state.utterances === 0 && state.attempts.length === 0 && !hasWritten(state) && state.over !== "time")
    return { score: null, se: null, dimensions: [], measures: [], topics: [] };
  const dimensions = dimensionsOf(state);
  const [solved] = dimensions;
  const { score, se } = overall(dimensions);
  const least = submissionsOf(state).length === 0 ? score : overall(dimensionsOf(withoutSubmissions(state))).score;
  return {
    score: Math.max(score, least),
    se,
    dimensions,
    measures: codingMeasures(state),
    topics: [topicOf(state, solved, now)],
  };
}

function dimensionsOf(state: CodingState): [RoundDimension, ...RoundDimension[]] {
  return [solving(state), assessTesting(state), assessTechnique(state), assessTalking(state)];
}

/** Handing in costs nothing: what it showed in cost and code that nobody would have seen else takes nothing away. */
function withoutSubmissions(state: CodingState): CodingState {
  return { ...state, attempts: state.attempts.filter(({ mode }) => mode === "run") };
}

function overall(dimensions: readonly RoundDimension[]): { score: number; se: number } {
  const measured = measuredIn(dimensions);
  const solved = measured.find(({ id }) => id === "problem-solving")?.score ?? 0;
  const silent = measured.every(({ id }) => id !== "communication");
  const most = Math.min(TALK_CARRIES.from + TALK_CARRIES.slope * solved, silent ? MOST_WITHOUT_WORDS : 1);
  return { score: Math.min(weightedMean(measured) ?? 0, most), se: Math.max(LEAST_SE, weightedError(measured)) };
}

/** Of the best submission, and never less than the visible tests alone, less what was given in help. */
function shareSolved(state: CodingState): number {
  const best = bestOf(state);
  const run = Math.max(0, ...state.attempts.map(({ passed, total }) => (WORTH_OF_A_RUN * passed) / Math.max(1, total)));
  const share = Math.max(best?.share ?? 0, hasWritten(state) ? run : 0);
  return share * Math.max(0, 1 - HINT_COST * state.hints.length);
}

function solving(state: CodingState): RoundDimension {
  const best = bestOf(state);
  const score = shareSolved(state);
  const handedIn = submissionsOf(state).filter(({ seq }) => seq !== state.draftSeq);
  return {
    id: "problem-solving",
    title: "Problem solving",
    weight: 0.5,
    score,
    se: standardErrorOf(score, best?.total ?? 1),
    evidence: best
      ? [
          {
            seq: best.seq,
            quote: "",
            says: `${saidOf(state, best)} ${
              best.seq === state.draftSeq
                ? "This is the last draft, which was not submitted."
                : `Submission ${handedIn.indexOf(best) + 1} of ${handedIn.length}.`
            }`,
            good: score >= 0.6,
          },
        ]
      : [{ seq: null, quote: "", says: "Nothing was submitted.", good: false }],
    stronger: strongerOf(state, best),
  };
}

function saidOf({ setup, hints }: CodingState, { passed, total, mended, levelsPassed }: Attempt): string {
  const help = hints.length === 0 ? "" : ` With ${counted(hints.length, "hint")}.`;
  const tests = `${passed} of ${total} tests passed.`;
  if (setup.kind === "debugging")
    return `${mended.length} of ${setup.faults.length} planted faults mended; ${tests}${help}`;
  if (setup.kind === "progressive") return `${levelsPassed} of ${setup.item.levels} levels passed; ${tests}${help}`;
  return `${tests}${help}`;
}

function strongerOf(state: CodingState, best: Attempt | undefined): string {
  if (isSolved(state)) return state.hints.length === 0 ? "Solved without help." : "The same without a hint.";
  return best?.belief ?? missedOf(state)[0] ?? "A submission that passes, even of a slower solution.";
}

function missedOf(state: CodingState): string[] {
  const { setup } = state;
  const best = bestOf(state);
  if (isSolved(state)) return [];
  if (setup.kind === "debugging")
    return setup.faults.filter(({ id }) => !best?.mended.includes(id)).map(({ says }) => says);
  if (setup.kind === "progressive")
    return [`level ${Math.min(setup.item.levels, (best?.levelsPassed ?? 0) + 1)} of ${setup.item.levels}`];
  return best?.belief ? [best.belief] : ["a solution that passes all of the tests"];
}

function topicOf(state: CodingState, solved: RoundDimension, now: Ms): AssessedTopic {
  const { item, reference, graderVersion } = state.setup;
  return {
    topic: item.slug,
    title: item.title,
    itemId: item.id,
    itemVersion: item.version,
    skills: item.skills,
    score: solved.score ?? 0,
    se: solved.se ?? 0,
    seconds: now / 1000,
    hints: state.hints.length,
    missed: missedOf(state),
    reference,
    graderVersion,
  };
}
