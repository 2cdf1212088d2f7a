import type { TextSpan } from "./claim.ts";

const BULLET = /^\s*(?:[-*•–—▪◦‣+]|\d{1,2}[.)]|[a-z][.)]|#{1,6}|\||>)\s/u;
const MARKER = /^\s*(?:\d{1,2}|[a-z])[.)]$/u;
const ABBREVIATION =
  /(?:\b(?:vs|approx|e\.g|i\.e|etc|ca|cf|Fig|Eq|Sec|No|Dr|Mr|Ms|Mrs|Prof|St|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|incl|est|resp|al)|\b\p{L})\.$/u;
// Below it a line is a heading or an entry of a list, not one that was full.
const SHORT_LINE = 32;

/** Sentences and lines of a text, offsets exact. A line that was only wrapped goes on in the next. */
export function sentencesOf(text: string): TextSpan[] {
  return paragraphsOf(text).flatMap(({ start, end }) => splitParagraph(text, start, end));
}

type Range = { start: number; end: number };

function paragraphsOf(text: string): Range[] {
  const ranges: Range[] = [];
  let open: Range | undefined;
  let before = "";
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (line.trim() === "") open = undefined;
    else if (open && goesOn(before, line)) open.end = end;
    else {
      open = { start, end };
      ranges.push(open);
    }
    before = line;
  }
  return ranges;
}

function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n?|\n|\f|\u2028|\u2029/gu)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

const RULE = /^\s*[-=*_]{3,}\s*$/u;
const ENDS = /[.!?:;]["')\]]*\s*$/u;
const UNFINISHED =
  /(?:[,&(/+→-]|(?<![\p{L}])(?:a|an|the|and|or|of|to|from|by|in|on|at|for|with|than|into|over|via|using|as|is|was|our|my|its|their|per|about|around|up))\s*$/iu;
const LABEL = /^\s*[\p{L}][\p{L}\p{N} @_-]{0,24}[:=]\s/u;

/** Whether a line was only wrapped. A capital opens a new line of a CV, unless the last one broke off. */
function goesOn(line: string, next: string): boolean {
  if (BULLET.test(next) || RULE.test(line) || RULE.test(next) || /^\s*[|#]/u.test(line) || ENDS.test(line))
    return false;
  if (LABEL.test(next)) return false;
  return UNFINISHED.test(line) || (/^\s*[\p{Ll}(]/u.test(next) && line.trim().length >= SHORT_LINE);
}

function splitParagraph(text: string, start: number, end: number): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = start;
  const body = text.slice(start, end);
  for (const match of body.matchAll(/[.!?…]+["'”’)\]]*(?=\s+\S)|[;](?=\s)/gu)) {
    const at = start + match.index + match[0].length;
    const upTo = text.slice(from, at);
    const next = text.slice(at, at + 12).trimStart();
    if (match[0].startsWith(".") && (ABBREVIATION.test(upTo) || /^\p{Ll}/u.test(next) || MARKER.test(upTo))) continue;
    push(spans, text, from, at);
    from = at;
  }
  push(spans, text, from, end);
  return spans;
}

const LONGEST = 1000;

function push(spans: TextSpan[], text: string, start: number, end: number): void {
  let from = start;
  while (from < end) {
    const to = end - from > LONGEST ? cutBefore(text, from, from + LONGEST) : end;
    const piece = text.slice(from, to);
    const trimmed = piece.trim();
    const at = from + piece.indexOf(trimmed);
    if (trimmed !== "") spans.push({ start: at, end: at + trimmed.length, text: trimmed });
    from = to;
  }
}

/** What has no end for a page is no sentence: it is cut between words. */
function cutBefore(text: string, from: number, to: number): number {
  const space = text.lastIndexOf(" ", to);
  return space > from ? space : to;
}
