import { type RefObject, useMemo } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";

type Targets = {
  list: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
  onNext: (() => void) | undefined;
  onClear: () => void;
};

export function useListKeys({ list, search, onNext, onClear }: Targets): void {
  const actions = useMemo<PageAction[]>(() => {
    const group = "Problems";
    const move = (id: string, keys: string, by: 1 | -1): PageAction => ({
      id,
      keys,
      group,
      label: by === 1 ? "Next problem in the list" : "Previous problem in the list",
      keysOnly: true,
      run: () => stepThroughRows(list.current, by),
    });
    return [
      move("list.down", "j", 1),
      move("list.up", "k", -1),
      move("list.arrow-down", "ArrowDown", 1),
      move("list.arrow-up", "ArrowUp", -1),
      { id: "list.search", label: "Find in the list", keys: "/", group, run: () => search.current?.focus() },
      { id: "list.clear", label: "Show all problems", keys: "x", group, run: onClear },
      ...(onNext ? [{ id: "list.next", label: "Begin what is next", keys: "g", group, run: onNext }] : []),
    ];
  }, [list, search, onNext, onClear]);
  useActions(actions);
}
