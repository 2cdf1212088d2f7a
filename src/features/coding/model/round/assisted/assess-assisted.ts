import type { Assessment, RoundDimension, RoundEvidence } from "../../../../../shared/rounds/assessment.ts";
import type { Ms } from "../../../../../shared/rounds/round.ts";
import { measuredIn, weightedError, weightedMean } from "../../../../../shared/rounds/weighted-mean.ts";
import { assessCoding } from "../assess-coding.ts";
import { submissionsOf } from "../state.ts";
import { assessAsking } from "./assess-asking.ts";
import { assessReview, sawNothing, unseenFaults } from "./assess-review.ts";
import { assessTrying } from "./assess-trying.ts";
import { type AssistedState, requestsInTime } from "./assisted-state.ts";

const OUTCOME_WEIGHT = 0.25;
/** Nobody gets further than this beyond the share of the problem that was solved. */
const WORK_CARRIES = { from: 0.2, slope: 0.8 };
/** Whoever hands in what was proposed without seeing anything wrong with it does not pass, however it ends. */
const MOST_UNREAD = 0.6;
/** Where nothing was proposed before the code was handed in, nothing is seen of what the round is about. */
const MOST_ALONE = 0.65;
const LEAST_SE = 0.06;

/** How the work was split, asked for, read and tried, and what came of it. */
export function assessAssisted(state: AssistedState, now: Ms): Assessment {
  const coding = assessCoding(state.coding, now);
  const idle = state.requests.length === 0 && submissionsOf(state.coding).length === 0;
  if (coding.score === null && idle) return coding;
  const outcome = outcomeOf(coding);
  const dimensions = [...assessAsking(state), assessReview(state), assessTrying(state, coding), outcome];
  return {
    ...overall(state, dimensions, outcome.score ?? 0),
    dimensions,
    measures: coding.measures,
    topics: coding.topics.map(withMissed(state)),
  };
}

function outcomeOf({ dimensions }: Assessment): RoundDimension {
  const solved = dimensions.find(({ id }) => id === "problem-solving");
  const evidence: RoundEvidence[] = solved?.evidence ?? [
    { seq: null, quote: "", says: "Nothing was submitted.", good: false },
  ];
  return {
    id: "outcome",
    title: "Outcome",
    weight: OUTCOME_WEIGHT,
    score: solved?.score ?? 0,
    se: solved?.se ?? LEAST_SE,
    evidence,
    stronger: solved?.stronger ?? "A submission that passes.",
  };
}

function overall(
  state: AssistedState,
  dimensions: readonly RoundDimension[],
  solved: number,
): { score: number; se: number } {
  const measured = measuredIn(dimensions);
  const most = [
    WORK_CARRIES.from + WORK_CARRIES.slope * solved,
    sawNothing(state) ? MOST_UNREAD : 1,
    requestsInTime(state).every(({ proposed }) => proposed.length === 0) ? MOST_ALONE : 1,
  ];
  return { score: Math.min(weightedMean(measured) ?? 0, ...most), se: Math.max(LEAST_SE, weightedError(measured)) };
}

/** What was wrong in the proposals is what there is to learn, before what the tests say. */
function withMissed(state: AssistedState): (topic: Assessment["topics"][number]) => Assessment["topics"][number] {
  const unseen = unseenFaults(state);
  return (topic) => ({ ...topic, missed: [...unseen, ...topic.missed] });
}
