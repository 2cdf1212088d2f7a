import { useRef } from "react";

type Item = { id: string; data?: object };

/** A list in which what says the same as before is the same object as before, so that it is not drawn anew. */
export function useSteady<T extends Item>(items: T[]): T[] {
  const before = useRef<ReadonlyMap<string, T>>(new Map());
  const steady = items.map((item) => {
    const known = before.current.get(item.id);
    return known && JSON.stringify(known) === JSON.stringify(item) ? known : item;
  });
  before.current = new Map(steady.map((item) => [item.id, item]));
  return steady;
}
