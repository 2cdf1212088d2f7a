import { rarityIn } from "../../../../shared/grader/rarity.ts";
import { conceptsOf } from "./concepts.ts";

type Line = { fact: number | null; kind: string; text: string };

/** Tells of questions the cosine of their concepts and those of each fact's ways of asking, rare ones weighing more. */
export function conceptMatcher(lines: readonly Line[]): (question: string) => Map<number, number> {
  const ofFacts = lines.flatMap(({ fact, kind, text }) => (fact !== null && kind === "asked" ? [{ fact, text }] : []));
  const asked = Map.groupBy(ofFacts, ({ fact }) => fact);
  const profiles = [...asked].map(([fact, own]) => ({ fact, profile: profileOf(own) }));
  const rarity = rarityIn(profiles.map(({ profile }) => profile.keys()));
  const facts = profiles.map(({ fact, profile }) => {
    const length = Math.hypot(...[...profile].map(([concept, share]) => rarity(concept) * share));
    return { fact, profile, length };
  });
  return (question) => {
    const wanted = [...conceptsOf(question)];
    const ofQuestion = Math.hypot(...wanted.map(rarity));
    return new Map(
      facts.map(({ fact, profile, length }) => {
        const both = wanted.reduce((sum, concept) => sum + rarity(concept) ** 2 * (profile.get(concept) ?? 0), 0);
        return [fact, both === 0 ? 0 : both / (ofQuestion * length)];
      }),
    );
  };
}

/** Share of a fact's lines that have a concept. */
function profileOf(lines: readonly { text: string }[]): Map<string, number> {
  const profile = new Map<string, number>();
  for (const { text } of lines)
    for (const concept of conceptsOf(text)) profile.set(concept, (profile.get(concept) ?? 0) + 1 / lines.length);
  return profile;
}
