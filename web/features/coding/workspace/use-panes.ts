import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { EditorHandle } from "../editor/code-editor.tsx";
import type { StatementTab } from "../statement/statement-pane.tsx";
import type { Pane, Side } from "./workspace-tabs.tsx";

export type Panes = {
  /** The pane a phone shows. */
  shown: Pane;
  /** The pane beside the code where two fit. */
  side: Side;
  tab: StatementTab;
  setTab: (tab: StatementTab) => void;
  /** Shows a pane where only one fits, and leaves the focus alone. */
  show: (pane: Pane) => void;
  /** Shows a pane and moves the focus into it. */
  focus: (pane: Pane) => void;
  /** Shows the results; the focus goes along only where the editor had to make way. */
  toResults: () => void;
  goToLine: (line: number) => void;
  statement: RefObject<HTMLDivElement | null>;
  results: RefObject<HTMLDivElement | null>;
  editor: RefObject<EditorHandle | null>;
};

/** Which pane a narrow screen shows, and where the focus is. */
export function usePanes(): Panes {
  const [{ shown, side }, setPanes] = useState<{ shown: Pane; side: Side }>({ shown: "statement", side: "statement" });
  const [tab, setTab] = useState<StatementTab>("problem");
  const statement = useRef<HTMLDivElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);

  const setShown = useCallback(
    (pane: Pane) => setPanes((before) => ({ shown: pane, side: pane === "editor" ? before.side : pane })),
    [],
  );
  const focus = useCallback(
    (pane: Pane) => {
      // at once: what is not displayed takes no focus
      flushSync(() => setShown(pane));
      if (pane === "editor") editor.current?.focus();
      else (pane === "statement" ? statement : results).current?.focus();
    },
    [setShown],
  );
  const goToLine = useCallback(
    (line: number) => {
      flushSync(() => setShown("editor"));
      editor.current?.goToLine(line);
    },
    [setShown],
  );

  useEffect(() => {
    // reading comes first, unless something on the page was chosen already
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.id === "main") statement.current?.focus();
  }, []);
  const toResults = useCallback(() => {
    flushSync(() => setShown("results"));
    const { activeElement } = document;
    const hidden = activeElement instanceof HTMLElement && activeElement.offsetParent === null;
    if (hidden) results.current?.focus();
  }, [setShown]);

  return useMemo(
    () => ({ shown, side, tab, setTab, show: setShown, focus, toResults, goToLine, statement, results, editor }),
    [shown, side, tab, setShown, focus, toResults, goToLine],
  );
}
