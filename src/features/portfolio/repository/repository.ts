/** A repository opened for reading: a folder, the head of a bare repository, or a fetched copy. Nothing of it is ever run. */
export type Repository = {
  name: string;
  /** Files worth listing, sorted by path, with `/` between folders; no link is followed, nothing outside the root is seen. */
  files: readonly RepositoryFile[];
  /** How many there were in all, and what was left out, in words for a person. */
  totalFiles: number;
  limits: string[];
  /** The text of a file, UTF-8 with what is broken replaced; undefined where it is binary, too large or gone. */
  read: (path: string) => Promise<string | undefined>;
  /** The first 64 kB of a file that may be too large to be read, as text; undefined where it is binary or gone. */
  head: (path: string) => Promise<string | undefined>;
  history: History | undefined;
  close: () => Promise<void>;
};

export type RepositoryFile = { path: string; bytes: number };

/** What the last commits tell, the newest first; undefined where there is no history or no git to read it with. */
export type History = {
  commits: readonly Commit[];
  /** Whether there are older ones that were not read. */
  more: boolean;
  /** Files that were committed and deleted and may hold secrets: a deleted `.env` is still in the history. */
  deleted: readonly { path: string; commit: string }[];
};

export type Commit = {
  hash: string;
  author: string;
  email: string;
  /** ISO 8601. */
  at: string;
  subject: string;
  body: string;
  parents: number;
};

export type RefusedRepository = {
  reason: "missing" | "not-a-folder" | "empty" | "no-access" | "no-git" | "fetch-failed" | "bad-address";
  said: string;
};
