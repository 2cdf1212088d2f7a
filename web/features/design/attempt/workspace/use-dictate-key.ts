import { useAction } from "../../../../shell/use-action.ts";
import { isDictationOffered } from "../../../../ui/dictation.ts";

/** One key dictates into the box that is written in, or into the first one. */
export function useDictateKey(): void {
  useAction(
    { id: "design.dictate", label: "Dictate, or stop", keys: "Alt-d", group: "This phase" },
    isDictationOffered() ? dictate : undefined,
  );
}

function dictate(): void {
  const here = document.activeElement?.closest("[data-text-box]") ?? document;
  here.querySelector<HTMLElement>("[data-dictate]")?.click();
}
