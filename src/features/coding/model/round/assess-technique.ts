import type { RoundDimension, RoundEvidence } from "../../../../shared/rounds/assessment.ts";
import { weightedMean } from "../../../../shared/rounds/weighted-mean.ts";
import { bestOf, type CodingState, MET } from "./state.ts";

export const TECHNIQUE_SE = 0.15;
/** Each remark of the code reading takes so much. */
const COST_OF_A_REMARK = 0.12;
/** Code that solves less than this is not worth reading. */
const WORTH_READING = 0.25;
/** A cost was named, and nothing tells whether it is right; or it is another one than the right ones. */
const UNKNOWN_COST = 0.7;
const OTHER_COST = 0.25;
/** Who names more orders of growth than these has named the right one too. */
const MOST_GUESSES = 4;

type Part = { weight: number; score: number; evidence: RoundEvidence[]; stronger: string };

/** Whether the cost was named and is right, or faults explained; how the code reads; what was said to the follow-up. */
export function assessTechnique(state: CodingState): RoundDimension {
  const first = state.setup.kind === "debugging" ? explained(state) : costNamed(state);
  const parts = [first, codeRead(state), followedUp(state)].flatMap((part) => part ?? []);
  return {
    id: "technical",
    title: "Technical competency",
    weight: 0.15,
    score: weightedMean(parts) ?? null,
    se: parts.length === 0 ? null : TECHNIQUE_SE,
    evidence: parts.flatMap(({ evidence }) => evidence),
    stronger: parts.toSorted((a, b) => a.score - b.score)[0]?.stronger ?? "Code to read, and a word on its cost.",
  };
}

/** Undefined where nothing was said or handed in: the cost of code that is not there tells nothing. */
function costNamed(state: CodingState): Part | undefined {
  const { growth, setup, words, heard } = state;
  if (words === 0 || bestOf(state) === undefined) return undefined;
  const stronger = "Time and memory in terms of the input, and the line that decides them.";
  const right = growth.find(({ named }) => setup.growths.includes(named));
  const guesses = new Set(growth.map(({ named }) => named)).size;
  if (right)
    return part(guesses > MOST_GUESSES ? UNKNOWN_COST : 1, {
      seq: right.seq,
      quote: right.quote,
      says: "Named a cost that is right.",
      good: true,
    });
  const [named] = growth;
  if (named) {
    const known = setup.growths.length > 0;
    const says = known ? "Named another cost than the one that is asked for." : "Named a cost.";
    return part(known ? OTHER_COST : UNKNOWN_COST, { seq: named.seq, quote: named.quote, says, good: !known });
  }
  const hinted = heard.complexity;
  if (hinted && hinted.probability >= MET)
    return part(0.5, { seq: hinted.seq, quote: hinted.quote, says: "Spoke of the cost without a figure.", good: true });
  return part(0, { seq: null, quote: "", says: "Never named the cost.", good: false });

  function part(score: number, evidence: RoundEvidence): Part {
    return { weight: 0.5, score, evidence: [evidence], stronger };
  }
}

/** Of the faults that were mended: how many were also explained. */
function explained(state: CodingState): Part | undefined {
  const mended = bestOf(state)?.mended ?? [];
  if (mended.length === 0 || state.words === 0) return undefined;
  const parts = mended.map((id) => {
    const heard = state.heard[`fault:${id}`];
    const says = state.setup.faults.find((fault) => fault.id === id)?.says ?? id;
    const good = (heard?.probability ?? 0) >= MET;
    return {
      probability: heard?.probability ?? 0,
      evidence: { seq: good && heard ? heard.seq : null, quote: good && heard ? heard.quote : "", says, good },
    };
  });
  return {
    weight: 0.6,
    score: parts.reduce((sum, { probability }) => sum + probability, 0) / parts.length,
    evidence: parts.filter(({ evidence }) => evidence.good).map(({ evidence }) => evidence),
    stronger: "For each fault: what you saw, why that points here, and what it would have done to the numbers.",
  };
}

/** Undefined where what was handed in solves too little to be worth reading. */
export function codeRead(state: CodingState): Part | undefined {
  const best = bestOf(state);
  if (!best || best.share < WORTH_READING) return undefined;
  const [remark] = best.findings;
  return {
    weight: 0.25,
    score: Math.max(0.3, 1 - COST_OF_A_REMARK * best.findings.length),
    evidence: best.findings
      .slice(0, 3)
      .map(({ line, message }) => ({ seq: best.seq, quote: "", says: `Line ${line}: ${message}`, good: false })),
    stronger: remark ? remark.message : "The code reads well.",
  };
}

function followedUp({ heard, asked }: CodingState): Part | undefined {
  const said = heard["follow-up"];
  if (!asked.includes("follow-up") || said === undefined) return undefined;
  const good = said.probability >= MET;
  return {
    weight: 0.25,
    score: said.probability,
    evidence: good ? [{ seq: said.seq, quote: said.quote, says: "Had an answer to the follow-up.", good }] : [],
    stronger: "An answer to the follow-up that names what would break and what one would do.",
  };
}
