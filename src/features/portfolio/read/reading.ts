import type { CodeFact, CodeReading } from "../python/code-fact.ts";
import { standingOf } from "../python/standing.ts";
import type { Notebook } from "../repository/read-notebook.ts";
import type { History, RepositoryFile } from "../repository/repository.ts";
import type { PythonSource } from "../repository/source-text.ts";
import type { CommitEvidence, Dimension, DimensionId, Evidence, Leak } from "../schema.ts";
import type { Telling } from "./prose/telling.ts";

/** Everything that was read of a repository, for the dimensions to judge. */
export type Reading = {
  files: readonly RepositoryFile[];
  /** Texts that were read, by path. */
  texts: ReadonlyMap<string, string>;
  readme: Telling | undefined;
  /** Reports and model cards beside the README, and where that says little the prose of the notebooks. */
  beside: readonly Telling[];
  notebooks: readonly Notebook[];
  sources: readonly PythonSource[];
  code: CodeReading;
  history: History | undefined;
  leaks: readonly Leak[];
};

type Found = {
  score: number | null;
  said: string;
  evidence?: readonly (Evidence | undefined)[];
  commits?: readonly CommitEvidence[];
  /** What to do, where something is missing. */
  mend?: string | undefined;
  /** Where to do it, where that is not what earned the score. */
  mendAt?: readonly Evidence[];
};
export type JudgedDimension = Dimension & { mend: string | undefined; mendAt: readonly Evidence[] };

const TITLES: Record<DimensionId, string> = {
  problem: "Problem",
  approach: "Approach",
  tools: "Tools",
  results: "Results",
  learnings: "Learnings",
  data: "Data",
  licence: "Licence",
  tests: "Tests",
  ci: "Continuous integration",
  environment: "Environment",
  seed: "Seeds",
  tracking: "Experiment tracking",
  notebooks: "Notebooks",
  safety: "Secrets and personal data",
  collaboration: "Collaboration",
};
const MOST_EVIDENCE = 6;

export function dimension(id: DimensionId, found: Found): JudgedDimension {
  const { score, said, evidence = [], commits = [], mend, mendAt } = found;
  const shown = onePerLine(evidence.filter((each) => each !== undefined)).slice(0, MOST_EVIDENCE);
  return {
    id,
    title: TITLES[id],
    score: score === null ? null : Math.min(1, Math.max(0, Math.round(100 * score) / 100)),
    said,
    evidence: shown,
    commits: commits.slice(0, MOST_EVIDENCE),
    mend,
    mendAt: (mendAt ?? shown).slice(0, 3),
  };
}

function onePerLine(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(
    ({ file, line }, at) => evidence.findIndex((other) => other.file === file && other.line === line) === at,
  );
}

const LONGEST_QUOTE = 240;
const LONGEST_LINE = 2_000;

/** The lines of a text that match, at most `most` of them, as evidence. */
function linesMatching(file: string, text: string | undefined, pattern: RegExp, most = 1): Evidence[] {
  const found: Evidence[] = [];
  for (const [at, line] of (text ?? "").split("\n").entries()) {
    if (found.length >= most) break;
    const match = pattern.exec(line.slice(0, LONGEST_LINE));
    if (match) found.push(...quoted(file, at + 1, line, match.index));
  }
  return found;
}

export function lineMatching(file: string, text: string | undefined, pattern: RegExp): Evidence | undefined {
  return linesMatching(file, text, pattern)[0];
}

/** A line as evidence; of a very long one the part around a column. */
function quoted(file: string, line: number, raw: string, column: number): Evidence[] {
  const from = raw.length <= LONGEST_QUOTE ? 0 : Math.max(0, Math.min(column - 40, raw.length - LONGEST_QUOTE));
  const quote = raw
    .slice(from, from + LONGEST_QUOTE)
    .replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/u, "")
    .trim();
  return quote === "" ? [] : [{ file, line, quote }];
}

/** The first line of each source that matches and is no comment, of at most `most` sources. */
export function sourceLines(sources: readonly PythonSource[], pattern: RegExp, most = 4): Evidence[] {
  const found: Evidence[] = [];
  for (const { path, lines } of sources) {
    if (found.length >= most) break;
    const hit = lines.find(
      ({ text }) => text.length <= LONGEST_LINE && pattern.test(text) && !/^\s*(?:#|>>>)/.test(text),
    );
    if (hit) found.push(...quoted(path, hit.line, hit.raw, Math.max(0, hit.raw.search(pattern))));
  }
  return found;
}

export function pathsMatching({ files }: Pick<Reading, "files">, pattern: RegExp): string[] {
  return files.flatMap(({ path }) => (pattern.test(path) ? [path] : []));
}

/** Facts of these patterns in code that is the candidate's own: not in tests, examples or what others wrote. */
export function ownFacts({ code }: Pick<Reading, "code">, ...patterns: readonly string[]): CodeFact[] {
  return code.facts.filter(({ pattern, file }) => patterns.includes(pattern) && isOwn(file));
}

export function evidenceOfFact({ file, line, quote }: Pick<CodeFact, "file" | "line" | "quote">): Evidence {
  return { file, line, quote };
}

export function isOwn(path: string): boolean {
  const standing = standingOf(path);
  return standing !== "test" && standing !== "vendored";
}

/** Evidence from as many files as there are. */
export function acrossFiles<T extends { file: string }>(found: readonly T[], most: number): T[] {
  const firsts = found.filter((each, at) => found.findIndex(({ file }) => file === each.file) === at);
  return [...firsts, ...found.filter((each) => !firsts.includes(each))].slice(0, most);
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
