import type { Claim, TextSpan } from "./claim.ts";
import { maskNoise } from "./mask.ts";
import { claimsInSentence } from "./read-sentence.ts";
import { sentencesOf } from "./sentences.ts";
import { type CellContext, cellsIn } from "./tables.ts";

/**
 * The figures that a text claims, in its order: shares, points, ratios, durations, money, counts of things and people,
 * and numbers that a metric stands beside. Years, dates, versions, numberings, settings and names are none.
 * A `share` is 0 to 1, `seconds` and `bytes` are in their base unit, speeds are a second, `points` as written; a change
 * carries its direction as its sign ("reduced by 40 %" is -0.4), and "from 120 ms to 80 ms" is a level with its
 * baseline. Any text will do.
 */
export function extractClaims(text: string): Claim[] {
  const masked = maskNoise(text);
  const rows = cellsIn(masked);
  const claims: Claim[] = [];
  let earlier: Claim[] = [];
  let row = 0;
  for (const sentence of sentencesOf(text)) {
    while ((rows[row]?.line.end ?? Number.POSITIVE_INFINITY) <= sentence.start) row++;
    if ((rows[row]?.line.start ?? Number.POSITIVE_INFINITY) < sentence.end) continue;
    earlier = claimsInSentence({ sentence, words: masked.slice(sentence.start, sentence.end), earlier });
    claims.push(...earlier);
  }
  for (const { line, cells } of rows) {
    const sentence = trimmed(text, line);
    claims.push(...cells.flatMap((cell) => claimInCell(cell, sentence, text)));
  }
  return claims.sort((a, b) => a.figure.start - b.figure.start);
}

function trimmed(text: string, { start, end }: TextSpan): TextSpan {
  const line = text.slice(start, end);
  const from = start + line.length - line.trimStart().length;
  return { start: from, end: from + line.trim().length, text: line.trim() };
}

/** A cell is read as a line, "row, header: cell", and makes one claim at most. */
function claimInCell(cell: CellContext, sentence: TextSpan, text: string): Claim[] {
  const lead = `${cell.row}, ${cell.header}: `;
  const words = `${lead}${cell.text}`.replaceAll(/[*_`|]/gu, " ");
  const start = cell.start - lead.length;
  const claims = claimsInSentence({ sentence: { start, end: cell.end, text: words }, words, earlier: [] });
  return claims
    .filter(({ figure }) => figure.start >= cell.start)
    .slice(0, 1)
    .map((claim) => ({
      ...claim,
      sentence,
      figure: { ...claim.figure, text: text.slice(claim.figure.start, claim.figure.end) },
    }));
}
