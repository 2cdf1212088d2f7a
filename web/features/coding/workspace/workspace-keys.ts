import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import type { Workbench } from "./use-workbench.ts";

/** Every action of the workspace, by key and by name. */
export function useWorkspaceKeys(bench: Workbench, leave: () => void): void {
  // the actions stay the same while what they act on changes
  const latest = useRef({ bench, leave });
  useLayoutEffect(() => {
    latest.current = { bench, leave };
  });
  const at = useCallback(() => latest.current.bench, []);
  const actions = useMemo<PageAction[]>(() => {
    const [trying, moving, more] = ["Trying it", "Moving", "More"];
    return [
      { id: "run", label: "Run the visible tests", keys: "Mod-Enter", group: trying, run: () => at().attempt("run") },
      {
        id: "submit",
        label: "Submit to all tests",
        keys: "Mod-Shift-Enter",
        group: trying,
        run: () => at().attempt("submit"),
      },
      { id: "cancel", label: "Cancel the run", keys: "Mod-.", group: trying, run: () => void at().trying.run.cancel() },
      { id: "save", label: "Save now", keys: "Mod-s", group: trying, run: () => at().save() },
      {
        id: "statement",
        label: "To the statement",
        keys: "Alt-1",
        group: moving,
        run: () => at().panes.focus("statement"),
      },
      { id: "editor", label: "To the editor", keys: "Alt-2", group: moving, run: () => at().panes.focus("editor") },
      {
        id: "results",
        label: "To the results",
        keys: "Alt-3",
        group: moving,
        run: () => at().panes.focus("results"),
      },
      { id: "hints", label: "To the hints", keys: "Alt-4", group: moving, run: () => at().showHints() },
      {
        id: "history",
        label: "History of submissions",
        keys: "Alt-5",
        group: moving,
        run: () => at().openTab("history"),
      },
      {
        id: "explanation",
        label: "Explanation",
        keys: "Alt-6",
        group: moving,
        run: () => at().openTab("explanation"),
      },
      { id: "list", label: "Back to all problems", group: moving, run: () => latest.current.leave() },
      { id: "vim", label: "Vim keys on or off", keys: "Alt-v", group: more, run: () => at().vim.toggle() },
      {
        id: "timer",
        label: "Pause or resume the timer",
        keys: "Alt-t",
        group: more,
        run: () => at().timer.toggle(),
      },
      {
        id: "start-over",
        label: "Start over from the given code",
        group: more,
        run: () => at().view.replace(at().problem.starter),
      },
    ];
  }, [at]);
  useActions(actions);
}
