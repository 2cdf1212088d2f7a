import type { CodeReading } from "../python/code-fact.ts";
import type { Notebook } from "../repository/read-notebook.ts";
import type { History, RepositoryFile } from "../repository/repository.ts";
import type { PythonSource } from "../repository/source-text.ts";
import type { CommitEvidence, Dimension, DimensionId, Evidence, Leak } from "../schema.ts";
import type { Readme } from "./readme.ts";

/** Everything that was read of a repository, for the dimensions to judge. */
export type Reading = {
  files: readonly RepositoryFile[];
  /** Texts that were read, by path. */
  texts: ReadonlyMap<string, string>;
  readme: Readme | undefined;
  notebooks: readonly Notebook[];
  sources: readonly PythonSource[];
  code: CodeReading;
  history: History | undefined;
  leaks: readonly Leak[];
};

type Found = {
  score: number | null;
  said: string;
  evidence?: readonly Evidence[];
  commits?: readonly CommitEvidence[];
  /** What to do, where something is missing. */
  mend?: string | undefined;
};
export type JudgedDimension = Dimension & { mend: string | undefined };

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

export function dimension(id: DimensionId, { score, said, evidence = [], commits = [], mend }: Found): JudgedDimension {
  return {
    id,
    title: TITLES[id],
    score: score === null ? null : Math.min(1, Math.max(0, Math.round(100 * score) / 100)),
    said,
    evidence: evidence.slice(0, MOST_EVIDENCE),
    commits: commits.slice(0, MOST_EVIDENCE),
    mend,
  };
}

/** The first line of a text that matches, as evidence. */
export function lineMatching(file: string, text: string | undefined, pattern: RegExp): Evidence | undefined {
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  const at = lines.findIndex((line) => pattern.test(line));
  const quote = lines[at]?.trim().slice(0, 240);
  return quote ? { file, line: at + 1, quote } : undefined;
}

/** The first lines of the sources that match, at most one of a file. */
export function sourceLines(sources: readonly PythonSource[], pattern: RegExp, most = 4): Evidence[] {
  const found: Evidence[] = [];
  for (const { path, lines } of sources) {
    if (found.length >= most) break;
    const hit = lines.find(({ text }) => pattern.test(text) && !/^\s*#/.test(text));
    if (hit) found.push({ file: path, line: hit.line, quote: hit.raw.trim().slice(0, 240) });
  }
  return found;
}

export function pathsMatching({ files }: Pick<Reading, "files">, pattern: RegExp): string[] {
  return files.flatMap(({ path }) => (pattern.test(path) ? [path] : []));
}
