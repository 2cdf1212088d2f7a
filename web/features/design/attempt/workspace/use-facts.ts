import { useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useMedia } from "../../../../ui/use-media.ts";
import type { Phase } from "../../types.ts";

/** Beside these the list of facts stands by itself where there is room; drawing needs the width. */
const besides: readonly Phase[] = ["clarify", "scope", "estimate"];

/** Whether the facts are shown: by the room and the phase, until one says otherwise for that phase. */
export function useFacts(phase: Phase) {
  const wide = useMedia("(min-width: 1180px)");
  const [said, say] = useState<Partial<Record<Phase, boolean>>>({});
  const panel = useRef<HTMLElement>(null);
  const open = said[phase] ?? (wide && besides.includes(phase));
  const toggle = useCallback(() => {
    // at once: what is not displayed takes no focus
    flushSync(() => say((before) => ({ ...before, [phase]: !open })));
    if (!open) panel.current?.focus();
  }, [phase, open]);
  return { open, toggle, panel };
}
