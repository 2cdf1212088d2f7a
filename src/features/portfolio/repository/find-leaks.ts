import type { Leak } from "../schema.ts";
import { lineFinder } from "./leaks/line-finder.ts";
import { type FoundData, personalDataIn } from "./leaks/personal-data.ts";
import { SecretPlaces, type Showing } from "./leaks/secret-places.ts";
import { type FoundSecret, secretPlacesIn } from "./leaks/secrets-in.ts";
import { MOST_TEXT_BYTES } from "./limits.ts";
import type { Notebook } from "./read-notebook.ts";
import type { Repository, RepositoryFile } from "./repository.ts";
import type { SourceLine } from "./source-text.ts";
import { isSuspicious, isTextual } from "./worth-listing.ts";

const MOST_LEAKS = 20;
const MOST_PLACES_OF_A_SECRET = 2;
/** Of the time that part which the history may take at least. */
const HISTORY_SHARE = 0.4;
const MADE_UP =
  /\b(?:synthetic|simulated|faker|fictitious|fictional|made[- ]up|anonymi[sz]ed|pseudonymi[sz]ed|sparkov)\b/i;

type FoundLeaks = { leaks: Leak[]; limits: string[]; showing: Showing };
type Searched = Pick<Repository, "files" | "read" | "head" | "earlier" | "history">;
/** What was read already. */
type Known = { texts: ReadonlyMap<string, string>; notebooks: readonly Notebook[] };

/**
 * Secrets and personal data in the listed files, and secrets that only the history has. What was not read yet is read
 * while there is time. A secret itself is never in the result; `showing` knows all places, not only those in the list.
 */
export async function findLeaks(repository: Searched, known: Known, timeoutMs: number): Promise<FoundLeaks> {
  const end = performance.now() + timeoutMs;
  const found = new LeakList();
  const searched = repository.files.filter(({ path }) => isTextual(path)).sort(bySuspicion);
  const notebooks = new Map(known.notebooks.map((notebook) => [notebook.path, notebook]));
  const dataIsMadeUp = [...known.texts].some(([path, text]) => /^readme/i.test(path) && MADE_UP.test(text));
  let left = searched.length;
  for (const file of searched) {
    if (performance.now() > end - HISTORY_SHARE * timeoutMs) break;
    left--;
    const notebook = notebooks.get(file.path);
    if (notebook) found.addNotebook(notebook);
    else {
      const text = known.texts.get(file.path) ?? (await textOf(repository, file));
      if (text === undefined) continue;
      found.addSecrets(file.path, text);
      if (!dataIsMadeUp) found.addData(file.path, text);
    }
    found.places.addSearched(file.path);
  }
  const unsearched = await searchHistory(repository, found, end);
  return {
    leaks: found.leaks,
    limits: [
      ...(left > 0 && !found.isFull()
        ? [
            `The time did not suffice to search ${left === 1 ? "one file" : `${left.toLocaleString("en-US")} files`} for secrets.`,
          ]
        : []),
      ...unsearched,
    ],
    showing: found.places.showing(known),
  };
}

/** Gives in words what of the history was left out. */
async function searchHistory({ history, earlier }: Searched, found: LeakList, end: number): Promise<string[]> {
  if (history === undefined) return [];
  const { files, isCut } = earlier(Math.max(0, end - performance.now()));
  for await (const { path, commit, text } of files) {
    if (found.isFull()) return [];
    if (text !== undefined) found.addSecrets(path, text, commit);
  }
  return isCut()
    ? ["Not all earlier versions of files were searched for secrets: they are too many for the time and the memory."]
    : [];
}

function textOf({ read, head }: Searched, { path, bytes }: RepositoryFile): Promise<string | undefined> {
  return bytes > MOST_TEXT_BYTES && !path.endsWith(".ipynb") ? head(path) : read(path);
}

/** What is likely to hold a secret first, data last: there is much of it. */
function bySuspicion(a: RepositoryFile, b: RepositoryFile): number {
  const rank = ({ path }: RepositoryFile) =>
    isSuspicious(path) ? 0 : /\.(?:csv|tsv|jsonl|ndjson|txt|json|html|xml)$/.test(path) ? 2 : 1;
  return rank(a) - rank(b) || a.bytes - b.bytes;
}

/** Secrets in one text, and in a file of data the personal data. */
export function leaksIn(file: string, text: string): Leak[] {
  const found = new LeakList();
  found.addSecrets(file, text);
  found.addData(file, text);
  return found.leaks;
}

/** Collects leaks; a secret that stands in many places is named in the first ones. */
class LeakList {
  readonly leaks: Leak[] = [];
  readonly places = new SecretPlaces();
  readonly #places = new Map<string, number>();

  isFull(): boolean {
    return this.leaks.length >= MOST_LEAKS;
  }

  addSecrets(file: string, text: string, commit: string | null = null): void {
    const lineAt = lineFinder(text);
    const seen = new Set<string>();
    for (const found of secretPlacesIn(file, text)) {
      const line = lineAt(found.at);
      this.places.addValue(found.secret);
      const last = commit === null ? lineAt(endOf(found, text)) : 0;
      for (let each = line; each <= last; each++) this.places.addLine(file, each);
      if (!seen.has(found.secret)) this.#addSecret(found, { file, commit, line });
      seen.add(found.secret);
    }
  }

  addNotebook({ path, cells }: Notebook): void {
    const lines: SourceLine[] = cells.flatMap((cell) => [...cell.lines, ...cell.printed]);
    const text = lines.map((line) => line.text.replaceAll("\n", " ")).join("\n");
    const lineAt = lineFinder(text);
    const seen = new Set<string>();
    for (const found of secretPlacesIn(path, text)) {
      const first = lineAt(found.at);
      this.places.addValue(found.secret);
      for (const { line } of lines.slice(first - 1, lineAt(endOf(found, text)))) this.places.addLine(path, line);
      if (!seen.has(found.secret))
        this.#addSecret(found, { file: path, commit: null, line: lines[first - 1]?.line ?? 1 });
      seen.add(found.secret);
    }
  }

  addData(file: string, text: string): void {
    const lineAt = lineFinder(text);
    for (const { kind, at, masked, clean } of personalDataIn(file, text) satisfies FoundData[]) {
      this.places.addLine(file, lineAt(at));
      this.#add({ kind, file, line: lineAt(at), masked, commit: null, clean });
    }
  }

  #addSecret({ kind, secret, clean }: FoundSecret, place: { file: string; commit: string | null; line: number }): void {
    const places = this.#places.get(secret) ?? 0;
    // what still stands in the head is said there
    if (places >= (place.commit === null ? MOST_PLACES_OF_A_SECRET : 1)) return;
    this.#places.set(secret, places + 1);
    const where = place.commit === null ? "" : "It was taken out of the files, but not out of the history. ";
    this.#add({ kind, ...place, masked: masked(secret), clean: where + clean });
  }

  #add(leak: Leak): void {
    if (!this.isFull()) this.leaks.push(leak);
  }
}

const LONGEST_KEY = 8_000;

/** Of a private key the first line is found; it goes on to where it says that it ends. */
function endOf({ at, secret }: FoundSecret, text: string): number {
  if (!secret.startsWith("-----")) return at + secret.length - 1;
  const rest = text.slice(at, at + LONGEST_KEY);
  const end = rest.indexOf("-----END");
  return at + (end < 0 ? secret.length - 1 : end);
}

function masked(secret: string): string {
  return secret.startsWith("-----") ? "-----BEGIN …" : `${secret.slice(0, secret.length < 16 ? 2 : 4)}…`;
}
