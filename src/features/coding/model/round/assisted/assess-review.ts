import type { RoundDimension, RoundEvidence } from "../../../../../shared/rounds/assessment.ts";
import { submissionsOf } from "../state.ts";
import type { AssistantPiece } from "./assistant.ts";
import { type AssistedState, metFaults, requestsInTime } from "./assisted-state.ts";

const SE = 0.12;
/** What the code does weighs most; to be able to say it weighs too. */
const WEIGHTS = { behaviour: 0.8, words: 0.2 };
/** Mended or named only after a submission had failed; named and left in the code. */
const LATE = 0.35;
const NAMED_ONLY = 0.25;

type Reviewed = { credit: number; words: number; evidence: RoundEvidence };

/** Of the faults that were proposed: how many were seen before anything was handed in, by what the code then did and by words. */
export function assessReview(state: AssistedState): RoundDimension {
  const reviewed = faultsToSee(state).map((piece) => reviewedIn(state, piece));
  const measured = reviewed.length > 0;
  const mean = (of: (each: Reviewed) => number) => reviewed.reduce((sum, each) => sum + of(each), 0) / reviewed.length;
  const unseen = reviewed.find(({ evidence }) => !evidence.good);
  return {
    id: "review",
    title: "Reviewing its output",
    weight: 0.3,
    score: measured
      ? WEIGHTS.behaviour * mean(({ credit }) => credit) + WEIGHTS.words * mean(({ words }) => words)
      : null,
    se: measured ? SE : null,
    evidence: [...reviewed.map(({ evidence }) => evidence), ...toldAtTheEnd(state)],
    stronger: unseen
      ? "Read each proposal against the task, line by line, and try it on an input whose answer you know."
      : "Nothing that was wrong got past you.",
  };
}

/** The answer to what was not trusted; good where it was the place at which a fault was named, or one had been before. */
function toldAtTheEnd({ told, noticed }: AssistedState): RoundEvidence[] {
  if (told === null) return [];
  const good = Object.keys(noticed).length > 0;
  const says = good
    ? "Said what was not trusted, and why."
    : "Asked what was not trusted, named nothing that was wrong.";
  return [{ ...told, says, good }];
}

/** Faults that were handed in or only named, in words. */
export function unseenFaults(state: AssistedState): string[] {
  const unseen = faultsToSee(state).filter((piece) => !reviewedIn(state, piece).evidence.good);
  return unseen.map(({ title, fault }) => `that in “${title}” ${fault?.what ?? "something was wrong"}`);
}

/** Whether faults were proposed and none was seen before the first submission. */
export function sawNothing(state: AssistedState): boolean {
  const met = faultsToSee(state);
  return met.length > 0 && met.every((piece) => reviewedIn(state, piece).credit < 0.5);
}

/** Faults that were proposed before anything was handed in: only those could be seen in time. */
function faultsToSee(state: AssistedState): AssistantPiece[] {
  return metFaults({ ...state, requests: requestsInTime(state) });
}

function reviewedIn(state: AssistedState, { id, title, fault }: AssistantPiece): Reviewed {
  const submissions = submissionsOf(state.coding);
  const [first] = submissions;
  const right = submissions.find(({ mended }) => mended.includes(id));
  const words = state.noticed[id];
  const inTime = words !== undefined && (first === undefined || words.seq < first.seq);
  const what = fault?.what ?? title;
  const shown = { seq: words?.seq ?? right?.seq ?? null, quote: words?.quote ?? "" };
  const named = words === undefined ? 0 : inTime ? 1 : LATE;
  if (right && (right === first || inTime)) {
    const says = inTime
      ? `Saw in time that in “${title}” ${what}.`
      : `Handed in “${title}” without its fault: ${what}.`;
    return { credit: 1, words: named, evidence: { ...shown, says, good: true } };
  }
  if (right) {
    const says = `Mended “${title}” once a submission had failed: ${what}.`;
    return { credit: LATE, words: named, evidence: { ...shown, says, good: false } };
  }
  const says = named > 0 ? `Named it and left it in the code: ${what}.` : `Did not see that in “${title}” ${what}.`;
  return { credit: inTime ? NAMED_ONLY : 0, words: named, evidence: { ...shown, says, good: false } };
}
