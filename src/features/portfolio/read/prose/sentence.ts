import type { SourceLine } from "../../repository/source-text.ts";
import type { Evidence } from "../../schema.ts";

/** A part of a sentence that stands in one line of the file. */
type Piece = { source: SourceLine; from: number; to: number };

/** A sentence as it reads, without marks and on one line, and where it stands. */
export type Sentence = {
  text: string;
  /** "Limitations" in "**Limitations**: it is slow". */
  label: string | undefined;
  words: number;
  pieces: readonly Piece[];
  /** For every character of `text`, the piece and the column that it came from. */
  origin: readonly { piece: number; column: number }[];
};

const ABBREVIATION =
  /(?:\b(?:vs|approx|e\.g|i\.e|etc|ca|cf|Fig|Figs|Eq|Sec|No|Nos|Dr|Mr|Ms|Mrs|Prof|St|Inc|Ltd|Co|est|resp|al|incl|dept|Vol|pp|ver|min|max|avg)|\b\p{L})\.$/u;
const END = /[.!?…]+["'”’)\]]*(?=\s+\S)/gu;
const LONGEST = 1_200;

type Line = { source: SourceLine; words: string };

/** The sentences of a paragraph, whose lines were only wrapped. */
export function sentencesOf(paragraph: readonly Line[]): Sentence[] {
  const { text, origin } = joined(paragraph);
  const sentences: Sentence[] = [];
  let from = 0;
  const push = (to: number) => {
    const sentence = sentenceAt(paragraph, { text, origin }, from, Math.min(to, from + LONGEST));
    if (sentence) sentences.push(sentence);
    from = to;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const next = text.slice(end, end + 12).trimStart();
    if (match[0].startsWith(".") && (ABBREVIATION.test(text.slice(from, end)) || /^\p{Ll}/u.test(next))) continue;
    push(end);
  }
  push(text.length);
  return sentences;
}

type Joined = { text: string; origin: { piece: number; column: number }[] };

/** Lines as one text with single spaces. */
function joined(paragraph: readonly Line[]): Joined {
  let text = "";
  const origin: Joined["origin"] = [];
  for (const [piece, { words }] of paragraph.entries())
    for (let column = 0; column <= words.length; column++) {
      const character = words[column] ?? " ";
      const space = /\s/u.test(character);
      if (space && (text === "" || text.endsWith(" "))) continue;
      text += space ? " " : character;
      origin.push({ piece, column });
    }
  return { text, origin };
}

function sentenceAt(paragraph: readonly Line[], all: Joined, start: number, end: number): Sentence | undefined {
  const slice = all.text.slice(start, end);
  const text = slice.trim();
  if (text === "") return undefined;
  const from = start + slice.indexOf(text);
  const origin = all.origin.slice(from, from + text.length);
  const places = new Map<number, { from: number; to: number }>();
  for (const { piece, column } of origin) {
    const known = places.get(piece);
    places.set(piece, { from: Math.min(known?.from ?? column, column), to: Math.max(known?.to ?? 0, column + 1) });
  }
  const numbers = [...places.keys()];
  const pieces = numbers.flatMap((number) => {
    const source = paragraph[number]?.source;
    return source ? [{ source, from: 0, to: 0, ...places.get(number) }] : [];
  });
  return {
    text,
    label: /^(\p{Lu}[\p{L}\p{N} /&'’-]{2,48}?)\s?(?::|–|—|\s-)\s/u.exec(text)?.[1]?.trim(),
    words: text.split(" ").filter((word) => /\p{L}/u.test(word)).length,
    pieces,
    origin: origin.map(({ piece, column }) => ({ piece: numbers.indexOf(piece), column })),
  };
}

const LONGEST_QUOTE = 240;
const FEWEST_QUOTED = 45;

function longestOf(pieces: readonly Piece[]): Piece {
  return pieces.reduce((longest, each) => (each.to - each.from > longest.to - longest.from ? each : longest));
}

/** The line in which character `at` of a sentence stands, quoted as far as the sentence goes. */
export function evidenceIn(file: string, { pieces, origin }: Sentence, at = 0): Evidence | undefined {
  const place = origin[at];
  const matched = pieces[place?.piece ?? 0];
  if (!matched) return undefined;
  // two words before a line was wrapped say nothing by themselves
  const piece = matched.to - matched.from >= FEWEST_QUOTED ? matched : longestOf(pieces);
  const { source, from, to } = piece;
  const column = piece === matched ? (place?.column ?? from) : from;
  const [start, end] = withMarks(source.text, from, to);
  const first = Math.max(start, Math.min(column - LONGEST_QUOTE / 2, end - LONGEST_QUOTE));
  return quoteOf(file, source, ...wholeWords(source.text, first, Math.min(end, first + LONGEST_QUOTE), [start, end]));
}

/** A cut falls between words, where there is a space near it. */
export function wholeWords(
  text: string,
  first: number,
  last: number,
  [start, end]: readonly [number, number],
): [number, number] {
  const before = first > start ? text.indexOf(" ", first) : first;
  const after = last < end ? text.lastIndexOf(" ", last) : last;
  return [before >= first && before < first + 40 ? before : first, after > last - 40 ? after : last];
}

/** Bold that opens before the first word and brackets that close behind the last belong to what is quoted. */
function withMarks(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (/[*_`"'([]/u.test(text[start - 1] ?? "")) start--;
  while (/[*_`)\]]/u.test(text[end] ?? "")) end++;
  return [start, end];
}

/** Columns `from` to `to` of a line as they stand in the file: escaped, where that is a notebook's JSON. */
export function quoteOf(
  file: string,
  { text, raw, line }: SourceLine,
  from = 0,
  to = text.length,
): Evidence | undefined {
  const said = unbroken(text.slice(from, to)).trim();
  if (said === "") return undefined;
  if (raw.includes(said)) return { file, line, quote: said };
  const escaped = JSON.stringify(said).slice(1, -1);
  if (raw.includes(escaped)) return { file, line, quote: escaped };
  const whole = unbroken(raw.slice(0, LONGEST_QUOTE)).trim();
  return whole === "" ? undefined : { file, line, quote: whole };
}

/** Not cut inside a character of two units. */
function unbroken(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/u, "");
}
