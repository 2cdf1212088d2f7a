/** What can be at fault with a claim, the gravest first. */
export const FINDING_KINDS = ["two-values", "unlikely", "unsupported"] as const;
