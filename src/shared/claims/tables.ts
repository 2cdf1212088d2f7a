import type { TextSpan } from "./claim.ts";

/** What stands over and beside a cell of a Markdown table. */
export type CellContext = { start: number; end: number; text: string; header: string; row: string };

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;

const LONGEST_ROW = 2000;

/** The cells of Markdown tables, with offsets in the text. */
export function cellsIn(text: string): { line: TextSpan; cells: CellContext[] }[] {
  const lines = [...text.matchAll(/[^\r\n]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
  const rows: { line: TextSpan; cells: CellContext[] }[] = [];
  let header: string[] | undefined;
  for (const [at, line] of lines.entries()) {
    if (!line.text.includes("|") || line.text.length > LONGEST_ROW) header = undefined;
    else if (RULE.test(line.text)) header = split(lines[at - 1]?.text ?? "").map(({ text: cell }) => cell);
    else if (header && !RULE.test((lines[at + 1]?.text ?? "").slice(0, LONGEST_ROW)))
      rows.push({ line, cells: contexts(line, header) });
  }
  return rows;
}

function contexts(line: TextSpan, header: readonly string[]): CellContext[] {
  const cells = split(line.text);
  const row = cells[0]?.text ?? "";
  return cells.slice(1).map(({ start, end }, at) => ({
    text: line.text.slice(start, end),
    start: line.start + start,
    end: line.start + end,
    header: header[at + 1] ?? "",
    row,
  }));
}

function split(line: string): { start: number; end: number; text: string }[] {
  const cells: { start: number; end: number; text: string }[] = [];
  const from = /^\s*\|/u.exec(line)?.[0].length ?? 0;
  let start = from;
  for (let at = from; at <= line.length; at++)
    if (at === line.length || (line[at] === "|" && line[at - 1] !== "\\")) {
      if (at > start || at < line.length) cells.push({ start, end: at, text: line.slice(start, at).trim() });
      start = at + 1;
    }
  return cells;
}
