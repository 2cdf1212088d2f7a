import { useMemo } from "react";
import { type PageAction, useActions } from "../../../../shell/actions.ts";
import { isDictationOffered } from "../../../../ui/dictation.ts";

/** One key dictates into the box that is written in, or into the first one. */
export function useDictateKey(): void {
  const actions = useMemo<PageAction[]>(
    () =>
      isDictationOffered()
        ? [{ id: "design.dictate", label: "Dictate, or stop", keys: "Alt-d", group: "This phase", run: dictate }]
        : [],
    [],
  );
  useActions(actions);
}

function dictate(): void {
  const here = document.activeElement?.closest("[data-text-box]") ?? document;
  here.querySelector<HTMLElement>("[data-dictate]")?.click();
}
