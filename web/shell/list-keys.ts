import { type RefObject, useMemo } from "react";
import { stepThroughRows } from "../ui/step-through-rows.ts";
import { type PageAction, useActions } from "./actions.ts";

type Targets = {
  list: RefObject<HTMLElement | null>;
  /** Left out, as `onClear`, where there is too little to search in. */
  search?: RefObject<HTMLInputElement | null>;
  /** What a row is, and many of them. */
  noun: { one: string; many: string };
  next: { label: string; run: () => void } | undefined;
  onClear?: () => void;
};

/** The keys of a page that lists things: through the rows, into the search field, back to all, on to what is next. */
export function useListKeys({ list, search, noun: { one, many }, next, onClear }: Targets): void {
  const [label, run] = [next?.label, next?.run];
  const actions = useMemo<PageAction[]>(() => {
    const group = many.charAt(0).toUpperCase() + many.slice(1);
    const move = (id: string, keys: string, by: 1 | -1): PageAction => ({
      id,
      keys,
      group,
      label: by === 1 ? `Next ${one} in the list` : `Previous ${one} in the list`,
      keysOnly: true,
      run: () => stepThroughRows(list.current, by),
    });
    return [
      move("list.down", "j", 1),
      move("list.up", "k", -1),
      move("list.arrow-down", "ArrowDown", 1),
      move("list.arrow-up", "ArrowUp", -1),
      ...(search
        ? [{ id: "list.search", label: "Find in the list", keys: "/", group, run: () => search.current?.focus() }]
        : []),
      ...(onClear ? [{ id: "list.clear", label: `Show all ${many}`, keys: "x", group, run: onClear }] : []),
      ...(label && run ? [{ id: "list.next", label, keys: "g", group, run }] : []),
    ];
  }, [list, search, one, many, label, run, onClear]);
  useActions(actions);
}
