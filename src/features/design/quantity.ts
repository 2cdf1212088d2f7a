import { failed, ok, type Result } from "../../lib/result.ts";
import type { Estimates } from "../../shared/content/design/case.ts";
import { evaluate } from "../../shared/content/evaluate.ts";
import { specNamed } from "./model/components/catalogue.ts";
import type { Quantity } from "./model/interview/check-estimate.ts";

/** Works out what is right; the reason of a failure is for whoever wrote the estimate. */
export function evaluateEstimate(estimate: Estimates[number]): Result<Quantity, string> {
  const { formula, answer, given, unit } = estimate;
  if ((formula === undefined) === (answer === undefined)) return failed("has either a formula or an answer");
  if ((answer === undefined) === (unit === "")) return failed("has a unit where it has a formula, and nowhere else");
  if (answer !== undefined) {
    const unknown = answer.find((name) => specNamed(name) === undefined);
    return unknown === undefined ? ok({ ...estimate, right: answer }) : failed(`there is no component "${unknown}"`);
  }
  const right = evaluateFormula(formula ?? "", given);
  if (!right.ok) return right;
  if (right.value > 0) return ok({ ...estimate, right: right.value });
  return failed(`the formula gives ${right.value}, which is no positive number`);
}

/** The number that a formula gives for these figures, or why it gives none. */
export function evaluateFormula(formula: string, given: Record<string, number>): Result<number, string> {
  try {
    const value = evaluate(formula, new Map(Object.entries(given)));
    if (typeof value === "number" && Number.isFinite(value)) return ok(value);
    return failed(`the formula gives ${String(value)}, which is no positive number`);
  } catch (error) {
    return failed(`the formula cannot be worked out: ${(error as Error).message}`);
  }
}
