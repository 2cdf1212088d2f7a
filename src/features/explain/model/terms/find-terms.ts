import type { TextSpan } from "../../../../shared/claims/claim.ts";
import { saysPlainly } from "./plain-words.ts";
import { termPattern } from "./term-pattern.ts";

export type Term = { term: string; instead: string };
/** A term that this listener does not know, where it was first left unexplained, and every place where it was. */
type TermUse = Term & { span: TextSpan; uses: TextSpan[] };
/** What was found of the terms that a listener does not know. */
export type TermsFound = { unexplained: TermUse[]; explained: { term: string; span: TextSpan }[] };

type Known = Term & { pattern: RegExp };
/** A use of a term within a sentence. */
type Place = { term: string; instead: string; start: number; end: number };

/** Terms that were used without plain words in the same sentence. Once explained, a term may come again. */
export function findTerms(sentences: readonly TextSpan[], notAllowed: readonly Term[]): TermsFound {
  const known = notAllowed.map((each): Known => ({ ...each, pattern: termPattern(each.term) }));
  const explained = new Map<string, TextSpan>();
  const open = new Map<string, TextSpan[]>();
  for (const sentence of sentences) {
    const places = placesIn(sentence.text, known);
    for (const place of places) {
      const { term, start, end } = place;
      const span = { start: sentence.start + start, end: sentence.start + end, text: sentence.text.slice(start, end) };
      if (explained.has(term)) continue;
      if (isExplained(place, { sentence: sentence.text, places, known })) explained.set(term, span);
      else open.set(term, [...(open.get(term) ?? []), span]);
    }
  }
  // A use that is explained further on in its own sentence is explained: what counts is the sentence.
  for (const [term, { start }] of explained) {
    const sentence = sentences.find((each) => each.start <= start && start < each.end);
    const before = (open.get(term) ?? []).filter((use) => use.start < (sentence?.start ?? 0));
    if (before.length > 0) open.set(term, before);
    else open.delete(term);
  }
  const unexplained = notAllowed.flatMap(({ term, instead }) => {
    const uses = open.get(term) ?? [];
    return uses[0] ? [{ term, instead, span: uses[0], uses }] : [];
  });
  return {
    unexplained,
    explained: [...explained].filter(([term]) => !open.has(term)).map(([term, span]) => ({ term, span })),
  };
}

/** Terms in a sentence; "neural network" stands for itself, not for "network" too. */
function placesIn(sentence: string, known: readonly Known[]): Place[] {
  const all = known.flatMap(({ term, instead, pattern }) =>
    [...sentence.matchAll(pattern)].map(({ index, 0: said }) => ({
      term,
      instead,
      start: index,
      end: index + said.length,
    })),
  );
  const widest = all.filter(
    (place) =>
      !all.some(
        (each) =>
          each !== place &&
          each.start <= place.start &&
          each.end >= place.end &&
          each.end - each.start > place.end - place.start,
      ),
  );
  return widest.toSorted((a, b) => a.start - b.start);
}

type Where = { sentence: string; places: readonly Place[]; known: readonly Known[] };
const JOINED = /^\s+(?:and|or|versus|vs\.?)\s+(?:the |our |its )?$/i;

function isExplained(place: Place, where: Where): boolean {
  const { sentence, places, known } = where;
  const isTerm = (text: string) => known.some(({ term, pattern }) => term !== place.term && text.search(pattern) >= 0);
  if (saysPlainly({ sentence, ...place, isTerm })) return true;
  // "precision and recall, so how often … and how much …": what follows is about both.
  const next = places[places.indexOf(place) + 1];
  return next !== undefined && JOINED.test(sentence.slice(place.end, next.start)) && isExplained(next, where);
}
