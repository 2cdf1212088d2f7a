type Place = { start: number; end: number };

const LONGEST = 4;

/** "Precision, recall and F1 of 0.8, 0.7 and 0.75": each figure its own metric, in order. */
export function listedMetric<Mention extends Place>(
  figure: Place,
  { words, mentions, figures }: { words: string; mentions: readonly Mention[]; figures: readonly Place[] },
): Mention | undefined {
  const at = figures.indexOf(figure);
  for (let length = Math.min(LONGEST, mentions.length, figures.length); length >= 2; length--)
    for (let from = Math.max(0, at - length + 1); from <= at && from + length <= figures.length; from++) {
      const run = figures.slice(from, from + length);
      const before = mentions.filter(({ end }) => end <= (run[0]?.start ?? 0)).slice(-length);
      if (before.length === length && isList(words, before) && isList(words, run) && isLinked(words, before, run))
        return before[at - from];
    }
  return undefined;
}

function isList(words: string, places: readonly Place[]): boolean {
  return places
    .slice(1)
    .every(({ start }, at) => /^\s*(?:,|\/|,?\s*and|&)\s*$/u.test(words.slice(places[at]?.end ?? 0, start)));
}

function isLinked(words: string, before: readonly Place[], run: readonly Place[]): boolean {
  return /^\s*(?:scores?\s*)?(?:of|are|were|is|was|=|:|at|reached|by)?\s*(?:about|approximately|around|roughly|~)?\s*$/u.test(
    words.slice(before.at(-1)?.end ?? 0, run[0]?.start ?? 0),
  );
}
