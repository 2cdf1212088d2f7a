import { type JSONVisitor, visit } from "jsonc-parser";
import { withoutConflict } from "./notebook/conflict.ts";
import { linesOfString } from "./notebook/lines-of-string.ts";
import type { SourceLine } from "./source-text.ts";

type NotebookCell = {
  kind: "code" | "markdown" | "raw";
  /** From 1, as a person counts them. */
  number: number;
  lines: SourceLine[];
  executionCount: number | undefined;
  outputs: number;
  /** Pictures among its outputs. */
  images: number;
  /** Characters of its outputs as the file has them, pictures included. */
  outputSize: number;
  /** What it printed, as text; the first lines of it. */
  printed: SourceLine[];
  /** The line of the file where an error was kept as output. */
  errorLine: number | undefined;
};

export type Notebook = {
  path: string;
  cells: NotebookCell[];
  /** Of its kernel, in lower case: "python", "r", "julia". */
  language: string | undefined;
  /** Whether it is no valid JSON, as after a merge conflict. */
  broken: boolean;
};

type Steps = readonly (string | number)[];
type Literal = { value: unknown; raw: string; line: number };

const KINDS = ["code", "markdown", "raw"] as const;
const MOST_PRINTED_LINES = 200;
const MOST_PRINTED_CHARS = 2_000;

/**
 * Reads a Jupyter notebook (nbformat 3 and 4) from its text, broken ones as far as they go. Every line of a cell knows
 * the line of the file it stands in and how it is written there, escapes and all.
 */
export function readNotebook(path: string, text: string): Notebook {
  const { text: whole, conflict } = withoutConflict(text);
  const cells = new Map<string, NotebookCell>();
  const kernel = new Map<string, string>();
  let broken = conflict;
  const visitor: JSONVisitor = {
    onLiteralValue(value, offset, length, startLine, _startCharacter, steps) {
      const where = steps();
      const literal = { value, raw: whole.slice(offset, offset + length), line: startLine + 1 };
      // nbformat 3 has its cells inside worksheets
      const at = where[0] === "worksheets" ? 2 : 0;
      if (where[0] === "metadata" && typeof value === "string") kernel.set(where.slice(1).join("."), value);
      else if (where[at] === "cells" && typeof where[at + 1] === "number")
        take(cellOf(cells, where.slice(0, at + 2)), where.slice(at + 2), literal);
    },
    onError() {
      broken = true;
    },
  };
  try {
    visit(whole, visitor, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    broken = true; // nested deeper than any notebook is
  }
  return { path, cells: [...cells.values()], language: languageOf(kernel), broken };
}

/** What the notebook says of its language, or its kernel's name does: Colab leaves the language out. */
function languageOf(kernel: ReadonlyMap<string, string>): string | undefined {
  const said = kernel.get("language_info.name") ?? kernel.get("kernelspec.language");
  const name = kernel.get("kernelspec.name") ?? kernel.get("kernelspec.display_name");
  return (said ?? name?.replace(/^ir$/, "r").replace(/[\d .-]+.*$/, ""))?.toLowerCase();
}

function cellOf(cells: Map<string, NotebookCell>, steps: Steps): NotebookCell {
  const key = steps.join("/");
  const known = cells.get(key);
  if (known) return known;
  const cell: NotebookCell = {
    kind: "code",
    number: cells.size + 1,
    lines: [],
    executionCount: undefined,
    outputs: 0,
    images: 0,
    outputSize: 0,
    printed: [],
    errorLine: undefined,
  };
  cells.set(key, cell);
  return cell;
}

function take(cell: NotebookCell, [field, ...inside]: Steps, literal: Literal): void {
  const { value, raw, line } = literal;
  if (field === "cell_type")
    cell.kind = value === "heading" ? "markdown" : (KINDS.find((kind) => kind === value) ?? "raw");
  else if (field === "execution_count" || field === "prompt_number")
    cell.executionCount = typeof value === "number" ? value : undefined;
  else if ((field === "source" || field === "input") && typeof value === "string")
    cell.lines.push(...linesOfString(raw.slice(1, -1), line));
  else if (field === "outputs") takeOutput(cell, inside, literal);
}

function takeOutput(cell: NotebookCell, [at, ...inside]: Steps, { value, raw, line }: Literal): void {
  if (typeof at === "number") cell.outputs = Math.max(cell.outputs, at + 1);
  cell.outputSize += raw.length;
  // nbformat 3 has the kinds of data beside each other, 4 inside `data`
  const key = inside[0] === "data" ? inside[1] : inside[0];
  if (key === "output_type" && (value === "error" || value === "pyerr")) cell.errorLine ??= line;
  else if (/^(?:image\/|png$|jpeg$|svg$)/.test(String(key)) && inside.length <= 2) cell.images++;
  else if ((key === "text" || key === "text/plain") && typeof value === "string") takePrinted(cell, raw, line);
}

function takePrinted({ printed }: NotebookCell, raw: string, line: number): void {
  if (printed.length >= MOST_PRINTED_LINES || raw.length > MOST_PRINTED_CHARS * MOST_PRINTED_LINES) return;
  const lines = linesOfString(raw.slice(1, -1), line).filter((each) => each.raw.length <= MOST_PRINTED_CHARS);
  printed.push(...lines.slice(0, MOST_PRINTED_LINES - printed.length));
}
