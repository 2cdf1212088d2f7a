import { constants } from "node:fs";
import { access, lstat, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { folderReader } from "./folder-reader.ts";
import { findGitFolder, type GitFolder, isBare } from "./git/git-folder.ts";
import { type ReadHistory, readHistory } from "./git/read-history.ts";
import { openReadingRoom } from "./git/reading-room.ts";
import { treeFiles } from "./git/tree-files.ts";
import type { RefusedRepository, Repository } from "./repository.ts";
import { walkFolder } from "./walk-folder.ts";

const steady = () => performance.now();

/**
 * Opens a folder, a work tree or a bare repository for reading. Nothing of it is run and nothing in it is changed;
 * time and memory are bounded whatever its size. Close it when done.
 */
export async function openRepository(path: string): Promise<Result<Repository, RefusedRepository>> {
  const root = resolve(path);
  const refused = await refusalOf(root);
  if (refused) return failed(refused);
  const name = basename(root).replace(/\.git$/, "") || root;
  const git = await findGitFolder(root);
  if (git && (await isBare(root))) return openBare(name, git);
  const [walked, { history, limits }] = await Promise.all([walkFolder(root, steady), historyOf(git)]);
  // a clone without a checkout has its files in its objects alone
  if (walked.files.length === 0 && git?.head !== undefined) return openBare(name, git);
  if (walked.files.length === 0)
    return failed({ reason: "empty", said: `${root} has no file to read. Is it the folder of the project?` });
  return ok({
    name,
    files: walked.files,
    totalFiles: walked.totalFiles,
    limits: [...walked.limits, ...limits],
    ...folderReader(root, walked.files),
    history,
    close: async () => {},
  });
}

async function refusalOf(root: string): Promise<RefusedRepository | undefined> {
  const found = await lstat(root).catch(() => undefined);
  if (found === undefined) return { reason: "missing", said: `There is no ${root}.` };
  const target = found.isSymbolicLink() ? await stat(root).catch(() => undefined) : found;
  if (target === undefined) return { reason: "missing", said: `${root} is a link that leads nowhere.` };
  if (!target.isDirectory())
    return { reason: "not-a-folder", said: `${root} is no folder. Name the folder of the repository.` };
  return access(root, constants.R_OK | constants.X_OK).then(
    () => undefined,
    () => ({ reason: "no-access", said: `${root} cannot be read with your rights.` }) as const,
  );
}

async function openBare(name: string, git: GitFolder): Promise<Result<Repository, RefusedRepository>> {
  const { head } = git;
  if (head === undefined)
    return failed({
      reason: "empty",
      said: `${name} is a bare repository whose head has no commit: there is nothing to read.`,
    });
  const room = await openReadingRoom(git);
  const { history, limits } = await readHistory(room.path, head);
  const tree = await treeFiles(room.path, head);
  const close = async () => {
    await tree.close();
    await room.close();
  };
  if (tree.files.length > 0) return ok({ ...tree, name, limits: [...tree.limits, ...limits], history, close });
  await close();
  const said = limits[0]?.startsWith("Git is not")
    ? `${name} is a bare repository, and without Git its files cannot be read. Install git, or name a work tree.`
    : `${name} is a bare repository without files.`;
  return failed({ reason: limits[0]?.startsWith("Git is not") ? "no-git" : "empty", said });
}

async function historyOf(git: GitFolder | undefined): Promise<ReadHistory> {
  if (git === undefined)
    return { history: undefined, limits: ["There is no Git history: the folder was never committed."] };
  if (git.head === undefined) return { history: undefined, limits: ["The repository has no commit yet."] };
  const room = await openReadingRoom(git);
  try {
    return await readHistory(room.path, git.head);
  } finally {
    await room.close();
  }
}
