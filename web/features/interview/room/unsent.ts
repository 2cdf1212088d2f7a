import { type RefObject, useEffect, useRef } from "react";

type Action = { type: string };

/** What stands beside the talk and the server has not got; null: nothing. It goes along with what ends the round. */
export type Unsent = RefObject<() => Action | null>;

const NOTHING = () => null;

export function useNothingUnsent(): Unsent {
  return useRef<() => Action | null>(NOTHING);
}

/** Says what is unsent as long as its part is on the page. */
export function useUnsent(unsent: Unsent, action: () => Action | null): void {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    unsent.current = () => latest.current();
    return () => {
      unsent.current = NOTHING;
    };
  }, [unsent]);
}

/** The part of a body that has it, where there is any. */
export function lastOf(unsent: Unsent): { last?: Action } {
  const last = unsent.current();
  return last ? { last } : {};
}
