import type { TextSpan } from "../../../shared/claims/claim.ts";
import type { BreakModel } from "./breaks.ts";
import { splitRunOn } from "./split-run-on.ts";

// A story of an hour is none; what comes later is counted as words and not read.
const MOST_CHARACTERS = 24_000;
const MOST_SENTENCES = 200;

const ABBREVIATION =
  /(?:^|[\s("'])(?:mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e|eg|ie|etc|approx|ca|cf|al|fig|eq|no|inc|ltd|co|corp|dept|est|max|min|avg|incl|resp|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|u\.s|u\.k|a\.m|p\.m|ph\.d|\p{Lu})$/iu;
/** These end a sentence all the same where the next word has a capital letter. */
const OFTEN_LAST = /(?:etc|inc|ltd|co|corp|a\.m|p\.m|ph\.d|u\.s|u\.k|max|min|no|al)$/i;
const STOP = /(?:[.!?]+|…)["'”’)\]]*(?=\s|$)/gu;
const LIST_ITEM = /\n(?=[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t])/g;
const EMPTY_LINE = /\n[ \t]*\n/g;
const MARKER = /^(?:[-*•–#>]+|\d{1,2}[.)])\s+/;

/** Sentences of a story as it is typed, pasted or dictated; each is `text.slice(start, end)`. */
export function splitSentences(text: string, breaks: BreakModel): TextSpan[] {
  return splitAtStops(text)
    .flatMap((piece) => splitRunOn(piece, breaks))
    .slice(0, MOST_SENTENCES);
}

/** What ends with a stop, a line or an empty line. */
function splitAtStops(text: string): TextSpan[] {
  const read = text.slice(0, MOST_CHARACTERS);
  const cuts = [...stops(read), ...paragraphs(read), ...lines(read)].toSorted((a, b) => a - b);
  const spans: TextSpan[] = [];
  let start = 0;
  for (const end of [...cuts, read.length]) {
    const piece = trimmed(read, start, end);
    start = Math.max(start, end);
    if (piece) spans.push(piece);
  }
  return spans;
}

function stops(text: string): number[] {
  return [...text.matchAll(STOP)].flatMap(({ index, 0: stop }) => {
    const end = index + stop.length;
    const next = /\S/u.exec(text.slice(end, end + 40))?.[0] ?? "";
    if (next === "") return [end];
    const before = text.slice(Math.max(0, index - 12), index);
    const goesOn = /\p{Ll}/u.test(next);
    if (stop.startsWith(".") && ABBREVIATION.test(before)) return OFTEN_LAST.test(before) && !goesOn ? [end] : [];
    // "so... it was", and a number of a list, "2. then"
    if (/^(?:\.{2,}|…)/u.test(stop) && goesOn) return [];
    if (stop === "." && /(?:^|\n)\s*\d{1,2}$/.test(before)) return [];
    return [end];
  });
}

function paragraphs(text: string): number[] {
  return [...text.matchAll(EMPTY_LINE), ...text.matchAll(LIST_ITEM)].map(({ index }) => index);
}

/** Ends of lines, where each line is a thought; not where an editor wrapped the text. */
function lines(text: string): number[] {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const lengths = text
    .split("\n")
    .slice(0, -1)
    .map((line) => line.trimEnd().length)
    .filter((length) => length > 0);
  return isWrapped(lengths) ? [] : ends;
}

const WRAP = { most: 140, least: 40, within: 16 };

function isWrapped(lengths: readonly number[]): boolean {
  const longest = Math.max(0, ...lengths);
  if (longest > WRAP.most || longest < WRAP.least) return false;
  const full = lengths.filter((length) => length > longest - WRAP.within).length;
  return full >= 2 && full > lengths.length * 0.6;
}

function trimmed(text: string, from: number, to: number): TextSpan | undefined {
  const piece = text.slice(from, to);
  const lead = piece.length - piece.trimStart().length;
  const marker = MARKER.exec(piece.slice(lead))?.[0].length ?? 0;
  const start = from + lead + marker;
  const end = from + piece.trimEnd().length;
  if (end <= start || !/[\p{L}\p{N}]/u.test(text.slice(start, end))) return undefined;
  return { start, end, text: text.slice(start, end) };
}
