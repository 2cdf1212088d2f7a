import type { Entry } from "./entry.ts";

/** The groups into which pairs join their entries, in the order of the pairs. */
export function clustersOf(pairs: readonly { a: Entry; b: Entry }[]): Entry[][] {
  const parents = new Map<Entry, Entry>();
  const rootOf = (entry: Entry): Entry => {
    let root = entry;
    for (let parent = parents.get(root); parent && parent !== root; parent = parents.get(root)) root = parent;
    parents.set(entry, root);
    return root;
  };
  for (const { a, b } of pairs) {
    const root = rootOf(a);
    parents.set(rootOf(b), root);
  }
  return [...Map.groupBy(parents.keys(), rootOf).values()];
}
