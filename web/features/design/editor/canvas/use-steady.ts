import { useRef } from "react";

type Item = { id: string; data?: object };

/** A list in which what says the same as before is the same object as before, so that it is not drawn anew. */
export function useSteady<T extends Item>(items: readonly T[]): T[] {
  const before = useRef<{ items: readonly T[]; steady: T[] }>({ items: [], steady: [] });
  // with every letter that is typed this renders: the same list is not compared again
  if (before.current.items !== items) before.current = { items, steady: steadied(items, before.current.steady) };
  return before.current.steady;
}

function steadied<T extends Item>(items: readonly T[], before: readonly T[]): T[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return items.map((item) => {
    const own = known.get(item.id);
    return own && JSON.stringify(own) === JSON.stringify(item) ? own : item;
  });
}
