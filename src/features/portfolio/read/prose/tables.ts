import type { SourceLine } from "../../repository/source-text.ts";
import { withoutMarks } from "./mask.ts";

export type Cell = { text: string; source: SourceLine };
/** A table of Markdown or HTML; `header` is empty where there is none. */
export type Table = { header: readonly Cell[]; rows: readonly (readonly Cell[])[] };

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;
const MOST_TABLES = 60;
const MOST_ROWS = 200;
const LONGEST_ROW = 4_000;

export function tablesIn(lines: readonly SourceLine[]): Table[] {
  return [...markdownTables(lines), ...htmlTables(lines)].slice(0, MOST_TABLES);
}

function markdownTables(lines: readonly SourceLine[]): Table[] {
  const tables: Table[] = [];
  for (let at = 1; at < lines.length; at++) {
    const rule = lines[at]?.text ?? "";
    const title = lines[at - 1];
    if (!rule.includes("-") || !title?.text.includes("|") || rule.length > LONGEST_ROW || !RULE.test(rule)) continue;
    const rows: Cell[][] = [];
    for (at++; at < lines.length && rows.length < MOST_ROWS; at++) {
      const line = lines[at];
      if (!line?.text.includes("|") || line.text.trim() === "") break;
      rows.push(cellsOf(line));
    }
    tables.push({ header: cellsOf(title), rows });
  }
  return tables;
}

function cellsOf(source: SourceLine): Cell[] {
  const text = source.text
    .slice(0, LONGEST_ROW)
    .trim()
    .replace(/^\|/u, "")
    .replace(/(?<!\\)\|$/u, "");
  return text.split(/(?<!\\)\|/u).map((cell) => ({ text: plain(cell), source }));
}

function htmlTables(lines: readonly SourceLine[]): Table[] {
  const tables: Table[] = [];
  let open: (Cell & { title: boolean })[][] | undefined;
  for (const source of lines) {
    const text = source.text.slice(0, LONGEST_ROW);
    if (/<table\b/iu.test(text)) open = [];
    if (!open) continue;
    for (const [, tag = "", , body = ""] of text.matchAll(CELL)) {
      if (tag.toLowerCase() === "tr" && open.length < MOST_ROWS) open.push([]);
      else open.at(-1)?.push({ text: plain(body), source, title: tag.toLowerCase() === "th" });
    }
    if (!/<\/table>/iu.test(text)) continue;
    const rows = open.filter(({ length }) => length > 0);
    const header = rows.find((cells) => cells.every(({ title }) => title)) ?? [];
    tables.push({ header, rows: rows.filter((cells) => cells !== header) });
    open = undefined;
  }
  return tables;
}

const CELL = /<(tr|th|td)(\s[^>]{0,400})?>((?:(?!<\/?t[rhd]\b).){0,1000})/giu;

function plain(cell: string): string {
  return withoutMarks(cell).replaceAll(/\s+/gu, " ").trim();
}
