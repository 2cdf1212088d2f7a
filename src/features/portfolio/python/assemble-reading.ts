import type { PythonSource } from "../repository/source-text.ts";
import type { CodeFact, CodeReading } from "./code-fact.ts";
import { type Answer, cellStarts } from "./reader-process.ts";

const MOST_FACTS = 20_000;
const MOST_QUOTE_CHARS = 200;
const BEFORE_COLUMN_CHARS = 60;
const MOST_CELLS_NAMED = 3;

type Told = {
  answerOf: (source: PythonSource) => Answer | undefined;
  /** Where there is no answer: it brought the reader down, the time did not suffice, or it is too long. */
  whyNot: (source: PythonSource) => "unparsed" | "unread" | "oversized";
};

/** Puts the answers about sources together, with the words of the files as quotes. */
export function assembleReading(sources: readonly PythonSource[], { answerOf, whyNot }: Told): CodeReading {
  const facts: CodeFact[] = [];
  const imports = new Map<string, CodeReading["imports"][number]>();
  const left = { unparsed: [] as string[], unread: [] as string[], oversized: [] as string[] };
  for (const source of sources) {
    const answer = answerOf(source);
    if (answer === undefined) left[whyNot(source)].push(source.path);
    else {
      left.unparsed.push(...unparsedOf(source, answer.failed));
      if (facts.length < MOST_FACTS) facts.push(...factsOf(source, answer));
      countImports(imports, source, answer);
    }
  }
  const mostUsed = [...imports.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { facts, imports: mostUsed, ...left };
}

function factsOf(source: PythonSource, { facts }: Answer): CodeFact[] {
  return facts.flatMap(([pattern, at, column, values]) => {
    const line = source.lines[at - 1];
    if (!line) return [];
    return [
      {
        pattern,
        file: source.path,
        line: line.line,
        quote: quoteOf(line.raw, column),
        cell: source.cells?.[at - 1],
        values: withPlace(values, source),
      },
    ];
  });
}

/** The reader counts lines of the code that it was given; a person finds the line of the file, or the cell. */
function withPlace(values: Record<string, string>, { lines, cells }: PythonSource): Record<string, string> {
  if (values.line === undefined) return values;
  const at = Number(values.line) - 1;
  const place = cells ? `cell ${cells[at]}` : `line ${lines[at]?.line}`;
  return { ...values, line: place };
}

/** The line without its indentation; of a very long one the part around the column. */
function quoteOf(raw: string, column = 0): string {
  const whole = raw.trim();
  if (whole.length <= MOST_QUOTE_CHARS) return whole;
  const indent = raw.length - raw.trimStart().length;
  const from = Math.max(0, column - indent - BEFORE_COLUMN_CHARS);
  return whole.slice(from, from + MOST_QUOTE_CHARS).trim();
}

function countImports(
  imports: Map<string, CodeReading["imports"][number]>,
  source: PythonSource,
  answer: Answer,
): void {
  for (const [name, at, count] of answer.imports) {
    const known = imports.get(name);
    const line = source.lines[at - 1];
    if (known) imports.set(name, { ...known, count: known.count + count });
    else if (line) imports.set(name, { name, file: source.path, line: line.line, quote: quoteOf(line.raw), count });
  }
}

function unparsedOf({ path, cells = [] }: PythonSource, failed: Answer["failed"]): string[] {
  if (typeof failed === "boolean") return failed ? [path] : [];
  const starts = cellStarts(cells);
  const named = failed.slice(0, MOST_CELLS_NAMED).map((at) => cells[(starts[at - 1] ?? 1) - 1]);
  return [`${path} (cell ${named.join(", ")}${failed.length > MOST_CELLS_NAMED ? ", …" : ""})`];
}
