import { useCallback, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useAnnounce } from "../../../shell/announcer.tsx";
import type { Comparison } from "./comparison.tsx";
import type { Panes } from "./use-panes.ts";

export type CodeView = {
  comparison: Comparison | null;
  compare: (comparison: Comparison) => void;
  /** Back to the editor, and the cursor where it was. */
  close: () => void;
  /** Puts other code in the place of the present one; undo takes it back. */
  replace: (code: string) => void;
};

/** What the middle column shows: the editor, or a comparison over it. */
export function useCodeView({ show, focus, editor }: Panes): CodeView {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const announce = useAnnounce();
  const compare = useCallback(
    (wanted: Comparison) => {
      show("editor");
      setComparison(wanted);
    },
    [show],
  );
  const close = useCallback(() => {
    flushSync(() => setComparison(null));
    focus("editor");
  }, [focus]);
  const replace = useCallback(
    (code: string) => {
      setComparison(null);
      show("editor");
      editor.current?.replace(code);
      announce("The code was replaced. Undo takes it back.");
    },
    [show, editor, announce],
  );
  return useMemo(() => ({ comparison, compare, close, replace }), [comparison, compare, close, replace]);
}
