import { useLayoutEffect, useMemo, useRef } from "react";
import { type PageAction, useActions } from "../../../../shell/actions.ts";
import { phaseAfter, phaseNames, phases } from "../../wording.ts";
import type { Sitting } from "../use-sitting.ts";

type Targets = { sitting: Sitting; toggleFacts: () => void; leave: () => void };

/** What can be done in every phase, by key and by name; each phase adds its own. */
export function useWorkspaceKeys(targets: Targets): void {
  // the actions stay the same while what they act on changes
  const latest = useRef(targets);
  useLayoutEffect(() => {
    latest.current = targets;
  });
  const actions = useMemo<PageAction[]>(() => {
    const group = "This attempt";
    const goOn = () => {
      const { draft, goTo } = latest.current.sitting;
      const next = phaseAfter(draft.phase);
      if (next) goTo(next);
    };
    return [
      { id: "design.next", label: "On to the next phase", keys: "Mod-Shift-Enter", group, run: goOn },
      ...phases.map(
        (phase, at): PageAction => ({
          id: `design.phase.${phase}`,
          label: `To ${phaseNames[phase]}`,
          keys: `Alt-${at + 1}`,
          group,
          run: () => latest.current.sitting.goTo(phase),
        }),
      ),
      {
        id: "design.facts",
        label: "What you know: show or close",
        keys: "Alt-0",
        group,
        run: () => latest.current.toggleFacts(),
      },
      { id: "design.save", label: "Save now", keys: "Mod-s", group, run: () => void latest.current.sitting.flush() },
      { id: "design.list", label: "Back to all cases", group, run: () => latest.current.leave() },
    ];
  }, []);
  useActions(actions);
}
