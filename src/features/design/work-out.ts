import { failed, ok, type Result } from "../../lib/result.ts";
import { findAttempt } from "./at-case.ts";
import type { DesignDeps } from "./deps.ts";
import { handedIn } from "./estimates.ts";
import { evaluateFormula } from "./quantity.ts";
import type { WorkedOut } from "./schema.ts";

type Figures = { estimate: string; given: Record<string, number> };

/** An estimate's formula with figures of one's own; there is no calculator before the estimates are handed in. */
export async function workOut(
  deps: DesignDeps,
  id: string,
  { estimate, given }: Figures,
): Promise<Result<WorkedOut, "unknown-attempt" | "unknown-estimate" | "estimates-open">> {
  const found = await findAttempt(deps, id);
  if (!found.ok) return found;
  if (handedIn(found.value) === undefined) return failed("estimates-open");
  const quantity = found.value.found.estimates.find((each) => each.id === estimate);
  if (quantity?.formula === undefined) return failed("unknown-estimate");
  const figures = Object.entries(quantity.given).map(([name, own]) => [name, given[name] ?? own]);
  const worked = evaluateFormula(quantity.formula, Object.fromEntries(figures));
  return ok({ value: worked.ok ? worked.value : null });
}
