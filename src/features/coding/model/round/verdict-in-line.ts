import { counted } from "../../../../lib/text.ts";
import type { WorkVerdict } from "../../../../shared/rounds/work.ts";
import type { RoundAction, SeenVerdict } from "../../schema.ts";
import type { AssistedOutcome } from "./assisted/assisted-outcome.ts";

/** What a run or a submission came to, as far as its candidate saw it. */
export function verdictInLine(action: unknown, outcome: unknown): WorkVerdict | null {
  const { type } = action as RoundAction;
  if (type !== "run" && type !== "submit") return null;
  const came = outcome as AssistedOutcome;
  if ("refused" in came) return { tone: "part", said: came.refused };
  if (came.type === "not-judged") return { tone: "part", said: came.why };
  return came.type === "judged" ? seenInLine(came.seen) : null;
}

function seenInLine({ verdict, visible, hidden }: SeenVerdict): WorkVerdict {
  const passed = visible.filter(({ status }) => status === "passed").length;
  const tests = [
    `${passed} of ${counted(visible.length, "visible test")}`,
    ...(hidden ? [`${hidden.passed} of ${counted(hidden.total, "hidden test")}`] : []),
  ].join(", ");
  const accepted = verdict === "accepted";
  return { tone: accepted ? "pass" : "fail", said: `${tests}: ${verdict.replaceAll("-", " ")}` };
}
