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

/** What came of it: kept in the log beside the action, which has the texts, and read with it by the fold. */
export type DesignOutcome =
  | { type: "design"; faults: DesignFault[]; note: string | null }
  | { type: "run"; faults: DesignFault[]; report: RunReport }
  | { type: "estimates" }
  | { type: "go-on" }
  | { refused: string };

/** The drawing that an action is about: its own, else what was drawn last. */
export function textOf(action: DesignAction, drawn: { text: string } | null): string {
  return ("text" in action ? action.text : undefined) ?? drawn?.text ?? "";
}

/** Each run is kept; a round has room for so many. */
export const MOST_RUNS = 8;
