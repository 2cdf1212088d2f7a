import { pythonLines } from "./notebook/python-lines.ts";
import type { Notebook } from "./read-notebook.ts";
import type { PythonSource, SourceLine } from "./source-text.ts";

/** The code cells as one Python text; what only the kernel understands becomes a comment of the same line. */
export function toPythonSource({ path, cells }: Notebook): PythonSource {
  const lines: SourceLine[] = [];
  const numbers: number[] = [];
  for (const { kind, number, lines: own } of cells) {
    if (kind !== "code") continue;
    const python = pythonLines(own.map(({ text }) => text));
    own.forEach((line, at) => {
      lines.push({ ...line, text: python[at] ?? "" });
      numbers.push(number);
    });
  }
  return { path, lines, cells: numbers };
}

/** A Python file as source. */
export function pythonFile(path: string, text: string): PythonSource {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ text: line, line: at + 1, raw: line }));
  return { path, lines };
}
