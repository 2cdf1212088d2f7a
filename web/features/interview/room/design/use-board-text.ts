import { useCallback, useEffect, useRef } from "react";
import type { DesignAction } from "../../../../../src/features/design/model/round/outcome.ts";
import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { besideKey } from "../kept.ts";
import { type Unsent, useUnsent } from "../unsent.ts";
import { useKept } from "./use-kept.ts";

/** A drawing that has stood still for so long is handed over: a page that is lost then loses nothing. */
const STANDS_STILL_MS = 15_000;

type Board = {
  design: Pick<ShownDesign, "design">;
  kept: { id: string; round: number };
  busy: boolean;
  act: (action: DesignAction) => void;
  unsent: Unsent;
};

/** The text of the drawing: one's own as long as it differs from what the server has, else the server's, which another tab may have changed. */
export function useBoardText({ design, kept, busy, act, unsent }: Board): {
  text: string;
  change: (text: string) => void;
} {
  const [own, keep] = useKept(besideKey(kept.id, kept.round, "design"));
  const text = own ?? design.design;
  const send = useRef(act);
  send.current = act;
  useEffect(() => {
    if (own !== undefined && own === design.design) keep(undefined);
  }, [own, design.design, keep]);
  useEffect(() => {
    if (own === undefined || own === design.design || busy) return;
    const still = setTimeout(() => send.current({ type: "design", text: own }), STANDS_STILL_MS);
    return () => clearTimeout(still);
  }, [own, design.design, busy]);
  useUnsent(unsent, () =>
    own === undefined || own === design.design ? null : ({ type: "design", text: own } satisfies DesignAction),
  );
  return { text, change: useCallback((next: string) => keep(next), [keep]) };
}
