import { MOST_COMMITS, MOST_GIT_MS, MOST_LOG_BYTES } from "../limits.ts";
import type { Commit, History } from "../repository.ts";
import { runGit } from "./run-git.ts";

/** Names of files that hold secrets where people are careless. */
const SECRET_NAMES = [
  ".env",
  ".env.*",
  "*.pem",
  "*.key",
  "id_rsa",
  "id_ed25519",
  "*credentials*.json",
  "*secret*",
  "kaggle.json",
  "*service*account*.json",
  "*.p12",
];

export type ReadHistory = { history: History | undefined; limits: string[] };

/** The last 2,000 commits below `head`, and files of secrets that were deleted since. */
export async function readHistory(gitDir: string, head: string): Promise<ReadHistory> {
  const log = await runGit(
    [
      `--git-dir=${gitDir}`,
      "log",
      `--max-count=${MOST_COMMITS + 1}`,
      "-z",
      "--no-show-signature",
      "--no-mailmap",
      "--no-notes",
      "--no-color",
      "--format=%H%x1f%an%x1f%ae%x1f%aI%x1f%P%x1f%s%x1f%b",
      head,
      "--",
    ],
    { timeoutMs: MOST_GIT_MS, mostBytes: MOST_LOG_BYTES },
  );
  if (log.missing) return { history: undefined, limits: ["Git is not installed: the history was not read."] };
  const all = log.output
    .toString("utf8")
    .split("\0")
    .flatMap((record) => commitIn(record) ?? []);
  if (all.length === 0)
    return { history: undefined, limits: ["The history could not be read; its objects may be damaged or missing."] };
  const commits = all.slice(0, MOST_COMMITS);
  const more = all.length > MOST_COMMITS || log.cutShort;
  return {
    history: { commits, more, deleted: await deletedSecrets(gitDir, head) },
    limits: more ? [`Only the last ${commits.length.toLocaleString("en-US")} commits were read.`] : [],
  };
}

function commitIn(record: string): Commit | undefined {
  const [hash = "", author = "", email = "", at = "", parents = "", subject = "", ...body] = record.split("\x1f");
  if (!/^[0-9a-f]{40,64}$/.test(hash.trim())) return undefined;
  return {
    hash: hash.trim(),
    author,
    email,
    at,
    subject,
    body: body.join("\x1f"),
    parents: parents === "" ? 0 : parents.split(" ").length,
  };
}

async function deletedSecrets(gitDir: string, head: string): Promise<History["deleted"]> {
  const log = await runGit(
    [
      `--git-dir=${gitDir}`,
      "log",
      `--max-count=${MOST_COMMITS}`,
      "-z",
      "--diff-filter=D",
      "--name-only",
      "--no-renames",
      "--no-ext-diff",
      "--no-textconv",
      "--no-show-signature",
      "--no-color",
      "--format=%x1e%H",
      head,
      "--",
      ...SECRET_NAMES.map((name) => `:(glob)**/${name}`),
    ],
    { timeoutMs: MOST_GIT_MS, mostBytes: MOST_LOG_BYTES },
  );
  return log.output
    .toString("utf8")
    .split("\x1e")
    .flatMap((record) => {
      const [commit = "", ...paths] = record.split("\0").map((part) => part.trim());
      return paths.filter((path) => path !== "").map((path) => ({ path, commit }));
    });
}
