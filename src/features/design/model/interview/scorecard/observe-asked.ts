import type { Facts } from "../../../../../shared/content/design/case.ts";
import type { Observation } from "./observation.ts";

type Fact = Facts[number];

/** Essential facts that nobody asked for. */
export function missedFacts(facts: readonly Fact[], asked: ReadonlySet<string>): Fact[] {
  return facts.filter(({ id, essential }) => essential && !asked.has(id));
}

/** What was asked before drawing, and what was not. */
export function observeAsked(facts: readonly Fact[], asked: ReadonlySet<string>): Observation[] {
  const essential = facts.filter((fact) => fact.essential);
  if (essential.length === 0) return [];
  const missed = missedFacts(facts, asked);
  const heard = facts.filter(({ id }) => asked.has(id));
  const first = missed[0];
  return [
    {
      dimension: "scoping",
      score: 1 - missed.length / essential.length,
      se: 0.1,
      weight: 1,
      evidence: [
        ...heard.map(({ about }) => ({ kind: "question" as const, text: `Asked: ${lowerFirst(about)}`, good: true })),
        ...missed.map(({ about }) => ({
          kind: "question" as const,
          text: `Never asked: ${lowerFirst(about)}`,
          good: false,
        })),
      ],
      mend: first ? `Ask before drawing: ${lowerFirst(first.about)}.` : null,
    },
  ];
}

/** Not of an abbreviation: "SLO" stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
