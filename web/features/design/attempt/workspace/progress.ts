import type { Phase } from "../../types.ts";
import type { Sitting } from "../use-sitting.ts";

type Seen = Pick<Sitting, "attempt" | "detail" | "draft">;

/** How many written questions have no answer yet, in the phases where they are asked. */
export function unwritten({ detail, draft }: Seen): { scope: number; defend: number } {
  const open = detail.written.filter(({ id }) => (draft.written[id] ?? "").trim() === "");
  const defend = open.filter(({ phase }) => phase === "defend").length;
  return { scope: open.length - defend, defend };
}

/** Which phases have what they are for. */
export function doneOf(seen: Seen): Record<Phase, boolean> {
  const { attempt } = seen;
  const open = unwritten(seen);
  return {
    clarify: attempt.asked.some(({ fact }) => fact !== null),
    scope: open.scope === 0,
    estimate: attempt.checked !== null,
    design: attempt.runs.length > 0,
    defend: attempt.runs.length > 0 && attempt.probes.length === 0 && open.defend === 0,
    scorecard: attempt.scorecard !== null,
  };
}
