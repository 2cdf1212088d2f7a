import type { Notebook } from "../read-notebook.ts";
import { secretPlacesIn, secretsIn } from "./secrets-in.ts";

/** Words of a file, to be shown. */
type Quoted = { file: string; line: number; quote: string };
/** Asked of what is to be shown; the secrets themselves are not given out. */
export type Showing = {
  /** Whether neither the words nor their line hold a secret. */
  mayShow: (quoted: Quoted) => boolean;
  /** Whether words without a place hold one. */
  repeats: (words: string) => boolean;
};
type Known = { texts: ReadonlyMap<string, string>; notebooks: readonly Notebook[] };

const AROUND = 2_000;
const LONGEST_LINE = 20_000;

/** Every place of every secret, those too that no list shows. */
export class SecretPlaces {
  readonly #values = new Set<string>();
  readonly #lines = new Map<string, Set<number>>();
  readonly #searched = new Set<string>();

  addValue(secret: string): void {
    this.#values.add(secret);
  }

  addLine(file: string, line: number): void {
    const lines = this.#lines.get(file);
    if (lines) lines.add(line);
    else this.#lines.set(file, new Set([line]));
  }

  /** What was searched from end to end needs no second look. */
  addSearched(file: string): void {
    this.#searched.add(file);
  }

  showing({ texts, notebooks }: Known): Showing {
    const byPath = new Map(notebooks.map((notebook) => [notebook.path, notebook]));
    const isNear = (quoted: Quoted) => {
      const text = texts.get(quoted.file);
      return text === undefined ? isInCell(byPath.get(quoted.file), quoted) : isInText(text, quoted);
    };
    const isRepeated = (words: string) => {
      for (const value of this.#values) if (words.includes(value)) return true;
      return false;
    };
    return {
      mayShow: (quoted) =>
        !this.#lines.get(quoted.file)?.has(quoted.line) &&
        !isRepeated(quoted.quote) &&
        (this.#searched.has(quoted.file) || !isNear(quoted)),
      repeats: (words) => isRepeated(words) || secretsIn("README.md", words).length > 0,
    };
  }
}

/** Whether a secret reaches into words of a text. */
function isInText(text: string, { file, line, quote }: Quoted): boolean {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  const at = Math.max(start, text.indexOf(quote, start));
  const from = Math.max(0, at - AROUND);
  const near = secretPlacesIn(file, text.slice(from, at + quote.length + AROUND));
  return near.some((found) => from + found.at < at + quote.length && from + found.at + found.secret.length > at);
}

function isInCell(notebook: Notebook | undefined, { file, line }: Quoted): boolean {
  const lines = notebook?.cells.flatMap((cell) => [...cell.lines, ...cell.printed]) ?? [];
  return lines.some((each) => each.line === line && secretsIn(file, each.text.slice(0, LONGEST_LINE)).length > 0);
}
