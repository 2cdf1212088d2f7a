/** A turn may ask for several facts; a reading has room for one, so their ids stand in it joined. No id has this sign. */
const JOIN = "+";

export function joinFacts(facts: readonly { id: string; answer: string }[]): { id: string; answer: string } | null {
  if (facts.length === 0) return null;
  return { id: facts.map(({ id }) => id).join(JOIN), answer: facts.map(({ answer }) => answer).join(" ") };
}

export function factIds(joined: string): string[] {
  return joined.split(JOIN);
}
