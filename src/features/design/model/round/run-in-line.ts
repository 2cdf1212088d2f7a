import type { WorkVerdict } from "../../../../shared/rounds/work.ts";
import type { DesignAction, DesignOutcome } from "./outcome.ts";

/** What a run came to, in one line. */
export function runInLine(action: unknown, outcome: unknown): WorkVerdict | null {
  if ((action as DesignAction).type !== "run") return null;
  const came = outcome as DesignOutcome;
  if ("refused" in came) return { tone: "part", said: came.refused };
  if (came.type === "design") return came.note === null ? null : { tone: "part", said: came.note };
  if (came.type !== "run") return null;
  const { objectives } = came.report;
  const met = objectives.filter((each) => each.met).length;
  return {
    tone: met === objectives.length ? "pass" : "fail",
    said: `${met} of ${objectives.length} objectives met`,
  };
}
