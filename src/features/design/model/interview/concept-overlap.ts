import { conceptsOf } from "./concepts.ts";

type Line = { fact: number | null; kind: string; text: string };

/** Cosine of the concepts of a question and those of each fact's ways of asking, rare ones weighing more. */
export function conceptOverlap(question: string, lines: readonly Line[]): Map<number, number> {
  const ofFacts = lines.flatMap(({ fact, kind, text }) => (fact !== null && kind === "asked" ? [{ fact, text }] : []));
  const asked = Map.groupBy(ofFacts, ({ fact }) => fact);
  const profiles = new Map([...asked].map(([fact, own]) => [fact, profileOf(own)] as const));
  const having = new Map<string, number>();
  for (const profile of profiles.values())
    for (const concept of profile.keys()) having.set(concept, (having.get(concept) ?? 0) + 1);
  const rarity = (concept: string) => Math.log((1 + profiles.size) / (0.5 + (having.get(concept) ?? 0)));
  const wanted = [...conceptsOf(question)];
  const length = Math.hypot(...wanted.map(rarity));
  return new Map(
    [...profiles].map(([fact, profile]) => {
      const own = Math.hypot(...[...profile].map(([concept, share]) => rarity(concept) * share));
      const both = wanted.reduce((sum, concept) => sum + rarity(concept) ** 2 * (profile.get(concept) ?? 0), 0);
      return [fact, both === 0 ? 0 : both / (length * own)];
    }),
  );
}

/** Share of a fact's lines that have a concept. */
function profileOf(lines: readonly { text: string }[]): Map<string, number> {
  const profile = new Map<string, number>();
  for (const { text } of lines)
    for (const concept of conceptsOf(text)) profile.set(concept, (profile.get(concept) ?? 0) + 1 / lines.length);
  return profile;
}
