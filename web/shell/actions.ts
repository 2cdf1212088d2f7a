import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import { matchesKeys, typesText } from "../ui/keys.ts";

/** Something the user can do on the page at hand: by its shortcut, or by name from the palette. */
export type PageAction = {
  id: string;
  label: string;
  /** As in ui/keys.ts; without it the action is reached from the palette alone. */
  keys?: string;
  /** Where it stands in the list of shortcuts. */
  group: string;
  run: () => void;
  /** Shown in the shortcut list, left out of the palette (moving by j and k, say). */
  keysOnly?: boolean;
};

/** The group of the shell's own shortcuts. */
export const EVERYWHERE = "Everywhere";

/** What belongs to the page before what works everywhere. */
export const pageFirst = (actions: readonly PageAction[]): PageAction[] =>
  actions.toSorted((a, b) => Number(a.group === EVERYWHERE) - Number(b.group === EVERYWHERE));

export type ActionRegistry = {
  add(actions: readonly PageAction[]): () => void;
  all(): readonly PageAction[];
  subscribe(listener: () => void): () => void;
};

export function createActionRegistry(): ActionRegistry {
  let sets: (readonly PageAction[])[] = [];
  let flat: readonly PageAction[] = [];
  const listeners = new Set<() => void>();
  const change = (next: (readonly PageAction[])[]) => {
    sets = next;
    flat = sets.flat();
    for (const listener of listeners) listener();
  };
  return {
    add(actions) {
      change([...sets, actions]);
      return () => change(sets.filter((set) => set !== actions));
    },
    all: () => flat,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const ActionContext = createContext<ActionRegistry>(createActionRegistry());

/** Offers actions while the component is on the page; keep the array steady with useMemo. */
export function useActions(actions: readonly PageAction[]): void {
  const registry = useContext(ActionContext);
  useEffect(() => registry.add(actions), [registry, actions]);
}

export function useAllActions(): readonly PageAction[] {
  const registry = useContext(ActionContext);
  return useSyncExternalStore(registry.subscribe, registry.all);
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // a slider or a box to tick takes no letters
  if (target instanceof HTMLInputElement && /^(range|checkbox|radio)$/.test(target.type)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** The action a key press means, if any. The last one offered wins: a page may take over a key of the shell. */
export function actionFor(event: KeyboardEvent, actions: readonly PageAction[]): PageAction | undefined {
  const writing = isEditable(event.target);
  return actions.findLast(({ keys }) => keys && matchesKeys(keys, event) && !(writing && typesText(keys)));
}
