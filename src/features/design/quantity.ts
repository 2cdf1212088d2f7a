import { failed, ok, type Result } from "../../lib/result.ts";
import type { Estimates } from "../../shared/content/design/case.ts";
import { evaluate } from "../../shared/content/evaluate.ts";
import { specNamed } from "./model/components/catalogue.ts";
import type { Quantity } from "./model/interview/check-estimate.ts";

/** Works out what is right; the reason of a failure is for whoever wrote the estimate. */
export function evaluateEstimate(estimate: Estimates[number]): Result<Quantity, string> {
  const { formula, answer, given } = estimate;
  if ((formula === undefined) === (answer === undefined)) return failed("has either a formula or an answer");
  if (answer !== undefined) {
    const unknown = answer.find((name) => specNamed(name) === undefined);
    return unknown === undefined ? ok({ ...estimate, right: answer }) : failed(`there is no component "${unknown}"`);
  }
  try {
    const right = evaluate(formula ?? "", new Map(Object.entries(given)));
    if (typeof right === "number" && Number.isFinite(right) && right > 0) return ok({ ...estimate, right });
    return failed(`the formula gives ${String(right)}, which is no positive number`);
  } catch (error) {
    return failed(`the formula cannot be worked out: ${(error as Error).message}`);
  }
}
