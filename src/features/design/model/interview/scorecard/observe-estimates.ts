import type { CheckedEstimate } from "../../../schema.ts";
import type { Observation } from "./observation.ts";

// Off by the square of the tolerance at most: the way was right, a factor was not.
const NEAR = 0.4;

/** The sheet as it was handed in: each quantity counts alike. */
export function observeEstimates(checked: readonly CheckedEstimate[]): Observation[] {
  return checked.map((estimate): Observation => {
    const score = worthOf(estimate);
    return {
      dimension: "estimation",
      score,
      se: 0.1,
      weight: 1,
      evidence: [{ kind: "estimate", text: wordsOf(estimate), good: score === 1 }],
      mend: score === 1 ? null : `“${estimate.ask}” ${estimate.why.trim()}`,
    };
  });
}

function worthOf({ state, value, right, within }: CheckedEstimate): number {
  if (state === "right") return 1;
  if (typeof value !== "number" || typeof right !== "number") return 0;
  const ratio = value / right;
  return ratio >= within ** -2 && ratio <= within ** 2 ? NEAR : 0;
}

function wordsOf({ ask, unit, typed, state, right, shown }: CheckedEstimate): string {
  const wanted = typeof right === "number" ? `about ${short(right)} ${unit}`.trim() : right.join(" or ");
  const own =
    state === "empty" ? "not estimated" : `“${typed.trim()}”${state === "unread" ? " (no figure in it)" : ""}`;
  const last = shown?.last ?? null;
  const ran =
    last === null ? "" : `; the run showed ${typeof last === "number" ? `${short(last)} ${unit}`.trim() : last}`;
  return `${ask} ${own}; ${state === "right" ? "right" : `right is ${wanted}`}${ran}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
