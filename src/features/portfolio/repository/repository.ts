/** A repository opened for reading: a folder, the head of a bare repository, or a fetched copy. Nothing of it is ever run. */
export type Repository = {
  name: string;
  /** Files worth listing, sorted by path, with `/` between folders; no link is followed, nothing outside the root is seen. */
  files: readonly RepositoryFile[];
  /** How many there were in all. */
  totalFiles: number;
  /** What was left out, in words for a person; it grows while files are read. */
  limits: string[];
  /** The text of a file, UTF-8 with what is broken replaced; undefined where it is binary, too large or gone. */
  read: (path: string) => Promise<string | undefined>;
  /** The first 64 kB of a file that may be too large to be read, as text; undefined where it is binary or gone. */
  head: (path: string) => Promise<string | undefined>;
  history: History | undefined;
  /** Versions of small text files that are no longer in the head, the suspicious ones first, for as long as it may take. */
  earlier: (timeoutMs: number) => EarlierFiles;
  close: () => Promise<void>;
};

export type RepositoryFile = { path: string; bytes: number };

/** `isCut` is known at the end: whether there were more than time and memory allow. */
export type EarlierFiles = { files: AsyncIterable<EarlierFile>; isCut: () => boolean };

/** What a file was in `commit`, before it was changed or deleted; without text where it is binary. */
export type EarlierFile = { path: string; commit: string; text: string | undefined };

/** What the last commits tell, the newest first; undefined where there is no history or no git to read it with. */
export type History = {
  commits: readonly Commit[];
  /** Whether there are older ones that were not read. */
  more: boolean;
};

export type Commit = {
  hash: string;
  author: string;
  email: string;
  /** ISO 8601; empty where it is no date. */
  at: string;
  subject: string;
  body: string;
  parents: number;
};

export type RefusedRepository = {
  reason: "missing" | "not-a-folder" | "empty" | "no-access" | "no-git" | "fetch-failed" | "bad-address";
  said: string;
};
