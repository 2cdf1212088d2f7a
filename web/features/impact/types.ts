import type { Calculation } from "../../../src/features/impact/schema.ts";

export type { Calculation, ImpactLine, ImpactLines, LineBody } from "../../../src/features/impact/schema.ts";

/** A line being written: a new one, or a kept one being changed. */
export type LineDraft = { text: string; calculation: Calculation | null; id: string | undefined };
