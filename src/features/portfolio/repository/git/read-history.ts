import { MOST_COMMITS, MOST_GIT_MS, MOST_LOG_BYTES } from "../limits.ts";
import type { Commit, History } from "../repository.ts";
import type { GitFolder } from "./git-folder.ts";
import { type GitReader, runGit } from "./run-git.ts";

export type ReadHistory = {
  history: History | undefined;
  limits: string[];
  /** Of each commit that was read its hash and its first parent, the newest first. */
  lineage: readonly Lineage[];
};
export type Lineage = { commit: string; parent: string };

const FIELDS = ["%H", "%P", "%an", "%ae", "%aI", "%s", "%b"].join("%x1f");

export const NO_GIT = "Git is not installed: the history was not read.";

/** The last 2,000 commits below the head. */
export async function readHistory(reader: GitReader, { head, shallow, borrows }: GitFolder): Promise<ReadHistory> {
  if (head === undefined) return none("The repository has no commit yet.");
  const log = await runGit(
    reader,
    [
      "log",
      `--max-count=${MOST_COMMITS + 1}`,
      "-z",
      "--encoding=UTF-8",
      "--no-show-signature",
      "--no-mailmap",
      "--no-notes",
      "--no-decorate",
      "--no-color",
      `--format=${FIELDS}`,
      head,
      "--",
    ],
    { timeoutMs: MOST_GIT_MS, mostBytes: MOST_LOG_BYTES },
  );
  if (log.missing) return none(NO_GIT);
  const records = log.output.toString("utf8").split("\0");
  if (log.cutShort) records.pop(); // it ends in the middle
  const read = records.flatMap((record) => commitIn(record) ?? []);
  if (read.length === 0)
    return none(
      borrows
        ? "The history was not read: the repository borrows its objects from another one."
        : "The history could not be read: its objects are damaged or missing.",
    );
  const kept = read.slice(0, MOST_COMMITS);
  const more = read.length > MOST_COMMITS || log.cutShort;
  const count = kept.length.toLocaleString("en-US");
  return {
    history: { commits: kept.map(({ commit }) => commit), more: more || shallow.length > 0 },
    limits: [
      ...(more ? [`Only the last ${count} commits were read.`] : []),
      ...(!more && shallow.length > 0 ? [`The clone is shallow: only the last ${count} commits are in it.`] : []),
    ],
    lineage: kept.flatMap(({ commit, parent }) => (parent === undefined ? [] : [{ commit: commit.hash, parent }])),
  };
}

function none(limit: string): ReadHistory {
  return { history: undefined, limits: [limit], lineage: [] };
}

function commitIn(record: string): { commit: Commit; parent: string | undefined } | undefined {
  const [hash = "", parents = "", author = "", email = "", at = "", subject = "", ...body] = record.split("\x1f");
  if (!/^[0-9a-f]{40,64}$/.test(hash.trim())) return undefined;
  const [parent, ...others] = parents.split(" ").filter((each) => each !== "");
  return {
    commit: {
      hash: hash.trim(),
      author,
      email,
      at: Number.isNaN(Date.parse(at)) ? "" : at,
      subject,
      body: body.join("\x1f"),
      parents: others.length + (parent === undefined ? 0 : 1),
    },
    parent,
  };
}
