import { z } from "zod";
import { ClaimsDocument } from "./schema.ts";

/** A document as it is kept: its text alone, whatever file it came in. */
export const KeptDocument = ClaimsDocument.extend({ text: z.string() });
export type KeptDocument = z.infer<typeof KeptDocument>;

/** What the candidate answered to a finding. */
export const Settled = z.object({ finding: z.string(), note: z.string(), settledAt: z.string() });
export type Settled = z.infer<typeof Settled>;
