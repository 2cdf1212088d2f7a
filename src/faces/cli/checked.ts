import { type ContentFault, describeFault } from "../../shared/content/content-fault.ts";
import type { ProofCache } from "./proof-cache.ts";

/** How a check is to be made: with which proofs of before, and with how many seeds where runs are repeated. */
export type Asked = { proofs: ProofCache; seeds?: number };

export type Failed = { id: string; reasons: string[] };
export type Skipped = { id: string; reason: string };

/** What a check of one kind of item found; `totals` are its figures, `says` the same in words. */
export type Checked = { items: number; failed: Failed[]; skipped: Skipped[]; totals: object; says: string };

/** Faults of the bank as a whole, beside what was told already: unknown skills and roles, ids used twice. */
export function otherFaults(faults: ContentFault[], told: Failed[]): Failed[] {
  const said = new Set(told.flatMap(({ reasons }) => reasons));
  const rest = faults.map(describeFault).filter((fault) => !said.has(fault));
  return rest.length === 0 ? [] : [{ id: "bank", reasons: rest }];
}

export function failingOf(proofs: { slug: string; reasons: string[] }[]): Failed[] {
  return proofs.filter(({ reasons }) => reasons.length > 0).map(({ slug, reasons }) => ({ id: slug, reasons }));
}

/** Where the grader lacks its encoder, nothing graded can be proven. */
export function skippedUngraded(kind: string, found: Pick<Checked, "items" | "failed">): Checked {
  const reason = "the encoder is missing, and bands are those of the embedded grader";
  return { ...found, skipped: [{ id: kind, reason }], totals: {}, says: reason };
}
