import type { SourceLine } from "../source-text.ts";

const ESCAPE = /\\(?:r\\n|[nr]|u000[aAdD]|[\s\S])/g;
const BREAK = /^\\(?:r\\n|[nr]|u000[aAdD])$/;

/**
 * The lines in the inside of a JSON string that stands in one line of its file; each keeps its own part of what is
 * written there. One pass, and copies: a part that is cut out would hold the whole file in memory.
 */
export function linesOfString(inside: string, line: number): SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  const add = (end: number) => {
    const raw = copied(inside.slice(from, end));
    lines.push({ text: unescaped(raw), line, raw });
  };
  for (const { 0: escaped, index } of inside.matchAll(ESCAPE)) {
    if (!BREAK.test(escaped)) continue;
    add(index);
    from = index + escaped.length;
  }
  // what ends in a break has no line after it
  if (from < inside.length) add(inside.length);
  return lines;
}

function unescaped(raw: string): string {
  if (!raw.includes("\\")) return raw;
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    return raw; // a string that is broken off, or has escapes that JSON does not know
  }
}

function copied(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
