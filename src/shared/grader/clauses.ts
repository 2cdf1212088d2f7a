/** A piece of an answer, and where it stands in it (UTF-16 offsets, end exclusive). */
export type Span = { start: number; end: number; text: string };

// A line that ends is no clause that ends: a text may be wrapped. An empty line is, and so is a new item of a list.
const BREAK =
  /[.!?;:]+(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)|,\s+(?=(?:and|but|so|because|which|while|whereas|then|although|if|or)\s)/giu;
const LEAST_WORDS = 3;

/** Splits an answer into clauses, at sentence ends and before conjunctions; what is too short joins what went before. */
export function clausesOf(text: string): Span[] {
  const cuts = [...text.matchAll(BREAK)].map((cut) => cut.index + cut[0].trimEnd().length);
  const spans: Span[] = [];
  let start = 0;
  for (const end of [...cuts, text.length]) {
    const piece = spanOf(text, start, end);
    start = end;
    if (piece === undefined) continue;
    const last = spans.at(-1);
    if (last && countWords(piece.text) < LEAST_WORDS)
      spans[spans.length - 1] = { start: last.start, end: piece.end, text: text.slice(last.start, piece.end) };
    else spans.push(piece);
  }
  return spans;
}

/** All runs of one to `most` neighbouring clauses. */
export function windowsOf(text: string, clauses: Span[], most: number): Span[] {
  return clauses.flatMap((first, at) =>
    clauses
      .slice(at, at + most)
      .map((last) => ({ start: first.start, end: last.end, text: text.slice(first.start, last.end) })),
  );
}

function spanOf(text: string, start: number, end: number): Span | undefined {
  const piece = text.slice(start, end);
  const trimmed = piece.trim();
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return undefined;
  const from = start + piece.indexOf(trimmed);
  return { start: from, end: from + trimmed.length, text: trimmed };
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
