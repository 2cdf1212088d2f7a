import type { Listener } from "../../../shared/content/explain-drill.ts";
import type { AnalogyFound } from "./analogy.ts";
import type { Length } from "./length.ts";
import type { Reading } from "./readability.ts";

/** One line of the sum: what came across, less what stood in the listener's way. */
type SumLine = {
  part: "across" | "terms" | "reading" | "length" | "analogy" | "cap";
  /** What it adds to the score, or takes away: shares of 1. */
  amount: number;
};

export type Form = { terms: number; reading: Reading; length: Length; analogy: AnalogyFound };
type Graded = { score: number; se: number; cap: number; abstained: boolean };
export type ExplanationScore = { score: number; se: number; abstained: boolean; sum: SumLine[] };

/** A term costs a listener the sentence that it stands in; with five they are lost. */
const TERM = { each: 0.08, most: 0.4 };
/** A grade more is within the error of the formula; from there on each costs. */
const READING = { free: 1, each: 0.03, most: 0.15 };
/** Per share of the range that is missing or too much. */
const LENGTH = { each: 0.25, most: 0.15 };
const ANALOGY = { missing: 0.08, misleading: 0.08 };

/**
 * The score of an explanation, 0 to 1: the share of the points that came across, less what the listener has to put up with,
 * at most `cap` where something was distorted or the text is no prose. `across` is the grader's score before its cap.
 */
export function scoreExplanation(
  { across, graded }: { across: number; graded: Graded },
  form: Form,
  listener: Pick<Listener, "reading_grade" | "analogy">,
): ExplanationScore {
  const reading = readingCost(form.reading, listener.reading_grade);
  const costs: SumLine[] = [
    { part: "terms", amount: -Math.min(TERM.most, TERM.each * form.terms) },
    { part: "reading", amount: -reading.cost },
    { part: "length", amount: -lengthCost(form.length) },
    { part: "analogy", amount: -analogyCost(form.analogy, listener.analogy) },
  ];
  const before = Math.max(
    0,
    costs.reduce((left, { amount }) => left + amount, across),
  );
  const score = Math.min(before, graded.cap);
  const capped: SumLine[] = score < before ? [{ part: "cap", amount: score - before }] : [];
  const sum = [{ part: "across" as const, amount: across }, ...costs.filter(({ amount }) => amount !== 0), ...capped];
  return { score, se: Math.hypot(graded.se, reading.se), abstained: graded.abstained, sum };
}

function readingCost({ grade, se }: Reading, highest: number): { cost: number; se: number } {
  if (grade === null) return { cost: 0, se: 0 };
  const cost = (at: number) => Math.min(READING.most, READING.each * Math.max(0, at - highest - READING.free));
  return { cost: cost(grade), se: (cost(grade + se) - cost(grade - se)) / 2 };
}

function lengthCost({ words, fewest, most }: Length): number {
  const away = words < fewest ? (fewest - words) / fewest : Math.max(0, words - most) / most;
  return Math.min(LENGTH.most, LENGTH.each * away);
}

function analogyCost({ span, misleading }: AnalogyFound, wanted: Listener["analogy"]): number {
  if (misleading) return ANALOGY.misleading;
  return span === null && wanted === "needed" ? ANALOGY.missing : 0;
}
