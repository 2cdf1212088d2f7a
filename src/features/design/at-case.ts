import { failed, ok, type Result } from "../../lib/result.ts";
import type { BankCase } from "./case-bank.ts";
import type { DesignDeps } from "./deps.ts";
import type { WholeAttempt } from "./stored.ts";

/** An attempt and the case that it is at. */
export type AtCase = WholeAttempt & { found: BankCase };

type Unknown = "unknown-attempt";

/** An attempt whose case is gone from the bank is unknown too: nothing could be shown of it. */
export async function findAttempt(deps: DesignDeps, id: string): Promise<Result<AtCase, Unknown>> {
  const whole = await deps.repo.whole(id);
  const found = whole && deps.cases().find(({ item }) => item.id === whole.attempt.itemId);
  return found ? ok({ ...whole, found }) : failed("unknown-attempt");
}

export async function findOpenAttempt(
  deps: DesignDeps,
  id: string,
): Promise<Result<AtCase, Unknown | "attempt-finished">> {
  const found = await findAttempt(deps, id);
  return found.ok && found.value.attempt.finishedAt !== null ? failed("attempt-finished") : found;
}
