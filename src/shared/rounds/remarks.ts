import type { Act, Move } from "./move.ts";

/** Remarks that were made so far in a round, counted by what they are of: "wait", "decline hint". */
export type Remarks = Readonly<Record<string, number>>;

/** In how many ways each remark is made at most; the interview's voice has words for each of them. */
export const WAYS: Partial<Record<Act, number>> = {
  "leave-open": 8,
  repeat: 5,
  wait: 7,
  listen: 5,
  decline: 5,
  redirect: 8,
  nudge: 8,
  interrupt: 5,
};

/** With one more of its kind; undefined where it was said in every way that there is: nothing is said twice. */
export function withRemark(made: Remarks, { act, about }: Move): Remarks | undefined {
  const kind = act === "decline" ? `${act} ${about}` : act;
  const before = made[kind] ?? 0;
  return before < (WAYS[act] ?? 1) ? { ...made, [kind]: before + 1 } : undefined;
}
