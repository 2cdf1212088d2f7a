import type { GradedWords } from "../../../ui/marked-answer/highlight.ts";
import type { Scorecard } from "../types.ts";

type Quote = { quote: string; says: string; good: boolean };

/** What the panel quotes, by the turn it comes from. */
export function quotesBySeq({ rounds }: Pick<Scorecard, "rounds">): Map<number, Quote[]> {
  const quoted = new Map<number, Quote[]>();
  for (const { seq, quote, says, good } of rounds.flatMap(({ dimensions, others }) =>
    [...dimensions, ...others].flatMap((each) => each.evidence),
  )) {
    if (seq === null || quote === "") continue;
    const before = quoted.get(seq) ?? [];
    // two dimensions may stand on the same words
    const isNew = before.every((each) => each.quote !== quote || each.says !== says);
    if (isNew) quoted.set(seq, [...before, { quote, says, good }]);
  }
  return quoted;
}

/** A turn with its quoted words marked; a quote that reaches beyond the turn is not. */
export function markedWords(text: string, quotes: readonly Quote[]): GradedWords {
  const marks = quotes.flatMap(({ quote, says, good }, at) => {
    const start = text.indexOf(quote);
    return start === -1 ? [] : [{ id: `${at}`, says, good, span: { start, end: start + quote.length } }];
  });
  return {
    text,
    criteria: marks.filter(({ good }) => good).map(({ id, says, span }) => ({ id, span, met: true, metWhen: says })),
    misconceptions: marks.filter(({ good }) => !good).map(({ id, span }) => ({ id, span })),
  };
}
