import { softmax } from "../../../../shared/grader/trees.ts";
import { dot } from "../../../../shared/models/encoder/encoder.ts";
import { SMALL_TALK } from "./small-talk.ts";
import { NO_TOPIC, profileOf, type Topics, topicsOf } from "./topics.ts";

/** Which facts a question in free text asks for. */

type Fact = { about: string; asked: readonly string[]; answer: string };
/** A line that a question is compared with: of a fact, or small talk, which asks for none. */
export type FactLine =
  | { fact: number; kind: "asked" | "answer"; text: string }
  | { fact: null; kind: "small talk"; text: string };
type Kind = FactLine["kind"];
/** How near a question is to a line; `meaning` is null where no encoder is there. */
type Near = { meaning: number | null; words: number };
/** How far a question is about the same topics as each fact is, and about none; 0 to 1. */
type OnTopic = { facts: ReadonlyMap<number, number>; none: number };
/**
 * A question beside the lines of its case. `near` goes with `lines`; `concepts` says how far it shares those of each fact, 0 to
 * 1; `onTopic` is null where no encoder is there.
 */
export type Heard = {
  question: string;
  lines: readonly FactLine[];
  near: readonly Near[];
  concepts: ReadonlyMap<number, number>;
  onTopic: OnTopic | null;
};
/** `sure`: how likely this fact was meant, among all facts and none. */
export type Matched = { fact: number; sure: number };

// A multinomial logit over the facts and none. Fitted on the lines of three cases, each without itself, and on the
// questions of tests/contract/interviewer/{fitted,seen,fresh}; the mean of the four fits that leave one case out.
const EMBEDDED = {
  asked: 7.17,
  answer: 6.91,
  words: 1.08,
  concepts: 3.46,
  topics: 8.09,
  none: { bias: 7.16, asked: 5.35, topics: 6.2 },
};
const LEXICAL: typeof EMBEDDED = {
  asked: 4.73,
  answer: 6.87,
  words: 0,
  concepts: 4.98,
  topics: 0,
  none: { bias: 3.07, asked: 3.77, topics: 0 },
};

/** Every way of asking, the heading, and the sentences of the answer: somebody may ask "is it 5k QPS?". */
export function factLines(facts: readonly Fact[]): FactLine[] {
  const own = facts.flatMap(({ about, asked, answer }, fact) => [
    ...[...asked, about].map((text): FactLine => ({ fact, kind: "asked", text })),
    ...answer.split(/(?<=[.!?])\s+/).map((text): FactLine => ({ fact, kind: "answer", text })),
  ]);
  return [...own, ...SMALL_TALK.map((text): FactLine => ({ fact: null, kind: "small talk", text }))];
}

/** All facts, the likeliest first. */
export function matchFacts(heard: Heard): Matched[] {
  const { question, lines, concepts } = heard;
  const weights = heard.onTopic ? EMBEDDED : LEXICAL;
  const facts = [...Map.groupBy(lines.keys(), (line) => lines[line]?.fact ?? null)];
  const logits = facts.map(([fact, own]) => {
    if (fact === null) {
      const { bias, asked, topics: ofTopic } = weights.none;
      return bias + asked * nearest(heard, own, "small talk") + ofTopic * (heard.onTopic?.none ?? 0);
    }
    const words = Math.max(...own.map((line) => (lines[line]?.kind === "asked" ? (heard.near[line]?.words ?? 0) : 0)));
    return (
      weights.asked * nearest(heard, own, "asked") +
      weights.answer * nearest(heard, own, "answer") +
      weights.words * words +
      weights.concepts * (concepts.get(fact) ?? 0) +
      weights.topics * (heard.onTopic?.facts.get(fact) ?? 0)
    );
  });
  const likely = softmax(logits);
  const named = lines.find(({ kind, text }) => kind === "asked" && plain(text) === plain(question))?.fact;
  return facts
    .flatMap(([fact], at) => (fact === null ? [] : [{ fact, sure: fact === named ? 1 : (likely[at] ?? 0) }]))
    .sort((a, b) => b.sure - a.sure);
}

// Its own words ask for a fact whatever else is near: the interviewer offers headings, "do you mean …?".
const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function nearest({ lines, near }: Heard, own: readonly number[], kind: Kind): number {
  const values = own.flatMap((line) => (lines[line]?.kind === kind ? (near[line] ?? []) : []));
  return Math.max(0, ...values.map(({ meaning, words }) => meaning ?? words));
}

/** Tells of questions what they are about, in general and by the lines of a case; `vectors` goes with `lines`. */
export function topicMatcher(
  topics: Topics,
  lines: readonly FactLine[],
  vectors: readonly Float32Array[],
): (question: Float32Array) => OnTopic {
  const asked = [...lines.keys()].filter((line) => lines[line]?.kind === "asked");
  const byFact = Map.groupBy(asked, (line) => lines[line]?.fact ?? null);
  const profiles = [...byFact].flatMap(([fact, own]) => {
    const sentences = own.flatMap((line) => vectors[line] ?? []);
    return fact === null ? [] : [{ fact, profile: profileOf(topics, sentences) }];
  });
  return (question) => {
    const about = topicsOf(topics, question);
    return {
      facts: new Map(profiles.map(({ fact, profile }) => [fact, dot(profile, about)])),
      none: about[topics.names.indexOf(NO_TOPIC)] ?? 0,
    };
  };
}
