import { z } from "zod";
import type { DesignFault } from "../design.ts";
import type { RunReport } from "../run/report.ts";

/** What a candidate does beside the talk. */
const MOST_TEXT = 20_000;
export const DesignAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("design"), text: z.string().max(MOST_TEXT) }),
  z.object({
    type: z.literal("run"),
    text: z.string().max(MOST_TEXT).exactOptional().describe("else what was drawn last"),
  }),
  z.object({ type: z.literal("estimates"), values: z.record(z.string().max(80), z.string().max(200)) }),
  z.object({ type: z.literal("go-on") }),
]);
export type DesignAction = z.infer<typeof DesignAction>;

/** What came of it: kept in the log, read by the fold. */
export type DesignOutcome =
  | { type: "design"; text: string; faults: DesignFault[]; note: string | null }
  | { type: "run"; design: string; faults: DesignFault[]; report: RunReport }
  | { type: "estimates"; values: Record<string, string> }
  | { type: "go-on" }
  | { refused: string };

/** Each run is kept; a round has room for so many. */
export const MOST_RUNS = 8;
