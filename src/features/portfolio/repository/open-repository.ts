import { constants } from "node:fs";
import { access, lstat, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { folderReader } from "./folder/folder-reader.ts";
import { walkFolder } from "./folder/walk-folder.ts";
import { earlierFiles } from "./git/earlier-files.ts";
import { findGitFolder, type GitFolder, nameOf } from "./git/git-folder.ts";
import { NO_GIT, type ReadHistory, readHistory } from "./git/read-history.ts";
import { openReadingRoom } from "./git/reading-room.ts";
import type { Git, GitReader } from "./git/run-git.ts";
import { treeFiles } from "./git/tree-files.ts";
import type { RefusedRepository, Repository } from "./repository.ts";

type Opened = Result<Repository, RefusedRepository>;
type Told = Pick<Repository, "history" | "earlier" | "close"> & { limits: string[] };

/**
 * Opens a folder, a work tree or a bare repository for reading. Nothing of it is run and nothing in it is changed;
 * time and memory are bounded whatever its size. Close it when done.
 */
export async function openRepository(path: string, { git }: { git: Git }): Promise<Opened> {
  const root = resolve(path);
  const refused = await refusalOf(root);
  if (refused) return failed(refused);
  const found = await findGitFolder(root);
  if (found.ok && found.value?.bare) return openBare(nameOf(root), found.value, git);
  const [walked, told] = await Promise.all([
    walkFolder(root, { now: () => performance.now(), nested: found.ok && !found.value ? "walked" : "left-out" }),
    found.ok ? historyOf(found.value, git) : untold(found.reason),
  ]);
  if (walked.files.length > 0) {
    const { files, totalFiles } = walked;
    const limits = [...walked.limits, ...told.limits];
    return ok({ ...told, name: nameOf(root), files, totalFiles, limits, ...folderReader(root, { files, limits }) });
  }
  await told.close();
  // a clone without a checkout has its files in its objects alone
  if (found.ok && found.value?.head !== undefined) return openBare(nameOf(root), found.value, git);
  return failed({ reason: "empty", said: `${root} has no file to read. Is it the folder of the project?` });
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

async function openBare(name: string, folder: GitFolder, git: Git): Promise<Opened> {
  if (folder.head === undefined)
    return failed({
      reason: "empty",
      said: `${name} is a bare repository without a commit: there is nothing to read.`,
    });
  const room = await openReadingRoom(folder);
  const reader = { git, gitDir: room.path };
  const [read, tree] = await Promise.all([readHistory(reader, folder), treeFiles(reader, folder.head)]);
  const told = toldBy(read, reader, async () => {
    await tree.close();
    await room.close();
  });
  if (tree.files.length > 0) return ok({ ...tree, ...told, name, limits: appended(tree.limits, told.limits) });
  await told.close();
  if (told.limits.includes(NO_GIT))
    return failed({
      reason: "no-git",
      said: `${name} is a bare repository, and without Git its files cannot be read. Install git, or name a work tree.`,
    });
  return failed({
    reason: "empty",
    said: `${name} is a bare repository without a file that can be read. ${told.limits.join(" ")}`.trim(),
  });
}

/** The same array: whoever reads on adds to it. */
function appended(limits: string[], more: readonly string[]): string[] {
  limits.push(...more);
  return limits;
}

async function historyOf(folder: GitFolder | undefined, git: Git): Promise<Told> {
  if (folder === undefined)
    return untold(
      "There is no Git history: the folder is no repository of its own. Where it is a part of one, name the whole.",
    );
  const room = await openReadingRoom(folder);
  const reader = { git, gitDir: room.path };
  return toldBy(await readHistory(reader, folder), reader, room.close);
}

function toldBy({ history, limits, lineage }: ReadHistory, reader: GitReader, close: () => Promise<void>): Told {
  return { history, limits, earlier: (timeoutMs) => earlierFiles(reader, lineage, timeoutMs), close };
}

async function* none() {}

function untold(limit: string): Told {
  return {
    history: undefined,
    limits: [limit],
    earlier: () => ({ files: none(), isCut: () => false }),
    close: async () => {},
  };
}
