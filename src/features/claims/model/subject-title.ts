import type { Entry } from "./entry.ts";

const MOST_WORDS = 3;

/** "recall: card, fraud": the metric, and the words that its claims share; without a metric the words, else the figure. */
export function subjectTitle(entries: readonly Entry[]): string {
  const [first] = entries;
  if (!first) return "";
  const words = sharedWords(entries).join(", ");
  const { metric, figure } = first.claim;
  if (metric === undefined) return words === "" ? figure.text : words;
  return words === "" ? metric : `${metric}: ${words}`;
}

/** What a claim is of, as one says it: its metric, or the words that it shares with the others. */
export function subjectName(entries: readonly Entry[]): string {
  const words = sharedWords(entries);
  return entries[0]?.claim.metric ?? (words.length > 0 ? `“${words.join(" ")}”` : "one figure");
}

/** The words as the first writes them, in its order. */
function sharedWords([first, ...others]: readonly Entry[]): string[] {
  if (!first) return [];
  const stems = first.claim.about.filter((stem) =>
    others.every(({ own, around }) => own.has(stem) || around.has(stem)),
  );
  const nearest = stems.slice(0, MOST_WORDS);
  const written = first.claim.sentence.text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = written.map((word) => word.toLowerCase());
  return [...new Set(words.filter((word) => nearest.some((stem) => word.startsWith(stem.slice(0, -1)))))];
}
