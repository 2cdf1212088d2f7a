import { conceptsOf } from "./concepts.ts";
import { SMALL_TALK } from "./small-talk.ts";

/** Which facts a question in free text asks for. */

type Fact = { about: string; asked: readonly string[]; answer: string };
/** A line that a question is compared with: of a fact, or small talk, which asks for none. */
export type FactLine =
  | { fact: number; kind: "asked" | "answer"; text: string }
  | { fact: null; kind: "small talk"; text: string };
type Kind = FactLine["kind"];
/** How near a question is to a line; `meaning` is null where no encoder is there. */
type Near = { meaning: number | null; words: number };
/** `sure`: from 0 on the interviewer answers; a part of a sentence must be surer than that to be taken out of it. */
export type Matched = { fact: number; sure: number };

// Two logistic regressions: which of the facts, then whether any. Fitted on questions about three cases, and measured on
// those of a fourth: tests/contract/interviewer.
const EMBEDDED = {
  bias: -11.34,
  first: 6.14,
  second: 3.9,
  mean: 4.5,
  answer: 2.53,
  words: 1,
  concepts: 5.71,
  sure: { bias: 3.23, logit: 0.72, margin: 0.31, smallTalk: -6.8 },
};
type Weights = typeof EMBEDDED;
const LEXICAL: Weights = {
  bias: -5.94,
  first: 0,
  second: 0,
  mean: 0,
  answer: 0,
  words: 4.95,
  concepts: 7.45,
  sure: { bias: 1.5, logit: 0.7, margin: 0.3, smallTalk: -3 },
};

/** Every way of asking, the heading, and the sentences of the answer: somebody may ask "is it 5k QPS?". */
export function factLines(facts: readonly Fact[]): FactLine[] {
  const own = facts.flatMap(({ about, asked, answer }, fact) => [
    ...[...asked, about].map((text): FactLine => ({ fact, kind: "asked", text })),
    ...answer.split(/(?<=[.!?])\s+/).map((text): FactLine => ({ fact, kind: "answer", text })),
  ]);
  return [...own, ...SMALL_TALK.map((text): FactLine => ({ fact: null, kind: "small talk", text }))];
}

/** The likeliest fact, and how sure it is that it was meant. `near` goes with `lines`. */
export function matchFact(question: string, lines: readonly FactLine[], near: readonly Near[]): Matched | undefined {
  const embedded = near.some(({ meaning }) => meaning !== null);
  const weights = embedded ? EMBEDDED : LEXICAL;
  const [first, second] = rankFacts(question, { lines, near, weights });
  if (!first) return undefined;
  const talk = lines.flatMap(({ kind }, line) => (kind === "small talk" ? (near[line] ?? []) : []));
  const smallTalk = Math.max(0, ...talk.map(({ meaning, words }) => meaning ?? words));
  const { bias, logit, margin, smallTalk: ofTalk } = weights.sure;
  const gap = first.logit - (second?.logit ?? first.logit);
  return { fact: first.fact, sure: bias + logit * first.logit + margin * gap + ofTalk * smallTalk };
}

type Compared = { lines: readonly FactLine[]; near: readonly Near[]; weights: Weights };

/** All facts, the likeliest first. */
function rankFacts(question: string, { lines, near, weights }: Compared): { fact: number; logit: number }[] {
  const concepts = conceptOverlap(question, lines);
  const byFact = Map.groupBy(lines.keys(), (line) => lines[line]?.fact ?? null);
  return [...byFact]
    .flatMap(([fact, own]) => {
      if (fact === null) return [];
      const pick = (kind: Kind) => own.filter((line) => lines[line]?.kind === kind).map((line) => near[line]);
      const picked = { asked: pick("asked"), answer: pick("answer") };
      return [{ fact, logit: logitOf(weights, picked, concepts.get(fact) ?? 0) }];
    })
    .sort((a, b) => b.logit - a.logit);
}

type Picked = Record<"asked" | "answer", (Near | undefined)[]>;

function logitOf(weights: Weights, { asked, answer }: Picked, concepts: number): number {
  const meanings = asked.map((near) => near?.meaning ?? 0).sort((a, b) => b - a);
  const [first = 0, second = 0] = meanings;
  const mean = meanings.reduce((sum, each) => sum + each, 0) / Math.max(1, meanings.length);
  const words = Math.max(0, ...asked.map((near) => near?.words ?? 0));
  const told = Math.max(0, ...answer.map((near) => near?.meaning ?? 0));
  return (
    weights.bias +
    weights.first * first +
    weights.second * second +
    weights.mean * mean +
    weights.words * words +
    weights.answer * told +
    weights.concepts * concepts
  );
}

/** Cosine of the concepts of a question and those of each fact, rare ones weighing more. */
function conceptOverlap(question: string, lines: readonly FactLine[]): Map<number, number> {
  const ofFacts = lines.flatMap((line) => (line.kind === "asked" ? [line] : []));
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
function profileOf(lines: readonly FactLine[]): Map<string, number> {
  const profile = new Map<string, number>();
  for (const { text } of lines)
    for (const concept of conceptsOf(text)) profile.set(concept, (profile.get(concept) ?? 0) + 1 / lines.length);
  return profile;
}
