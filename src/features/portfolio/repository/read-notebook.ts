import { type JSONVisitor, visit } from "jsonc-parser";
import type { PythonSource, SourceLine } from "./source-text.ts";

type NotebookCell = {
  kind: "code" | "markdown" | "raw";
  /** From 1, as a person counts them. */
  number: number;
  lines: SourceLine[];
  executionCount: number | undefined;
  outputs: number;
  /** Characters of its outputs as the file has them, pictures included. */
  outputSize: number;
  /** The line of the file where an error was kept as output. */
  errorLine: number | undefined;
};

export type Notebook = { path: string; cells: NotebookCell[]; language: string | undefined; broken: boolean };

const KINDS = ["code", "markdown", "raw"] as const;

/**
 * Reads a Jupyter notebook (nbformat 3 and 4) from its text, broken ones as far as they go. Every line of a cell knows
 * the line of the file it stands in and how it is written there, escapes and all.
 */
export function readNotebook(path: string, text: string): Notebook {
  const cells = new Map<string, NotebookCell>();
  const cellAt = (steps: readonly (string | number)[]) => {
    // nbformat 3 has its cells inside worksheets
    const at = steps[0] === "worksheets" ? 2 : 0;
    if (steps[at] !== "cells" || typeof steps[at + 1] !== "number") return undefined;
    const key = steps.slice(0, at + 2).join("/");
    const known = cells.get(key);
    if (known) return { cell: known, inside: steps.slice(at + 2) };
    const cell: NotebookCell = {
      kind: "code",
      number: cells.size + 1,
      lines: [],
      executionCount: undefined,
      outputs: 0,
      outputSize: 0,
      errorLine: undefined,
    };
    cells.set(key, cell);
    return { cell, inside: steps.slice(at + 2) };
  };
  let language: string | undefined;
  let broken = false;
  const visitor: JSONVisitor = {
    onLiteralValue(value, offset, length, startLine, _startCharacter, steps) {
      const where = steps();
      if (where[0] === "metadata" && (where[2] === "language" || where[2] === "name") && where[1] !== "kernelspec")
        language ??= String(value);
      if (where[0] === "metadata" && where[1] === "kernelspec" && where[2] === "language") language = String(value);
      const found = cellAt(where);
      if (found) takeLiteral(found, { value, raw: text.slice(offset, offset + length), line: startLine + 1 });
    },
    onError() {
      broken = true;
    },
  };
  visit(text, visitor, { disallowComments: true });
  return { path, cells: [...cells.values()], language, broken };
}

type Literal = { value: unknown; raw: string; line: number };

function takeLiteral(
  { cell, inside }: { cell: NotebookCell; inside: readonly (string | number)[] },
  { value, raw, line }: Literal,
): void {
  const [field] = inside;
  if (field === "cell_type")
    cell.kind = value === "heading" ? "markdown" : (KINDS.find((kind) => kind === value) ?? "raw");
  else if (field === "execution_count" || field === "prompt_number")
    cell.executionCount = typeof value === "number" ? value : undefined;
  else if ((field === "source" || field === "input") && typeof value === "string")
    takeSource(cell, { value, raw, line });
  else if (field === "outputs") {
    const [, at, key] = inside;
    if (typeof at === "number") cell.outputs = Math.max(cell.outputs, at + 1);
    cell.outputSize += raw.length;
    if (key === "output_type" && (value === "error" || value === "pyerr")) cell.errorLine ??= line;
  }
}

/** One string of JSON may hold several lines of code; each keeps its own part of what stands in the file. */
function takeSource({ lines }: NotebookCell, { value, raw, line }: Literal & { value: string }): void {
  const texts = value.split("\n");
  const raws = splitAtEscapedBreaks(raw.slice(1, -1));
  if (texts.at(-1) === "") texts.pop();
  texts.forEach((text, at) => {
    const written = raws[at] ?? "";
    lines.push({ text: text.replace(/\r$/, ""), line, raw: written.replace(/\\r$/, "") });
  });
}

/** The inside of a JSON string, cut where it says `\\n`: one pass, for a backslash may be escaped itself. */
function splitAtEscapedBreaks(raw: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", at + 2)) {
    if (raw[at + 1] !== "n") continue;
    parts.push(raw.slice(from, at));
    from = at + 2;
  }
  return [...parts, raw.slice(from)];
}

/** Lines that a notebook's kernel takes and Python does not. */
const NO_PYTHON = /^\s*(?:[%!?]|.*\?\s*$)/;

/** The code cells as one Python text; what is no Python becomes a comment of the same line. */
export function toPythonSource({ path, cells }: Notebook): PythonSource {
  const lines: SourceLine[] = [];
  const numbers: number[] = [];
  for (const { kind, number, lines: own } of cells) {
    if (kind !== "code") continue;
    const foreign = /^\s*%%(?!time|capture|timeit|prun)/.test(own[0]?.text ?? "");
    for (const line of own) {
      lines.push(foreign || NO_PYTHON.test(line.text) ? { ...line, text: commented(line.text) } : line);
      numbers.push(number);
    }
  }
  return { path, lines, cells: numbers };
}

/** The indentation stays, with a `pass`: a block that held nothing but a magic is still a block. */
function commented(text: string): string {
  const indent = /^\s*/.exec(text)?.[0] ?? "";
  return indent === "" ? `# ${text}` : `${indent}pass  # ${text.trim()}`;
}

/** A Python file as source. */
export function pythonFile(path: string, text: string): PythonSource {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ text: line, line: at + 1, raw: line }));
  return { path, lines };
}
