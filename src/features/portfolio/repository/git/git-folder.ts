import { lstat, readdir, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { failed, ok, type Result } from "../../../../lib/result.ts";
import { readUpTo, withFile } from "../folder/open-file.ts";
import { resolveHead } from "./resolve-head.ts";

/** Where a repository keeps its objects and what its head is, read by ourselves: Git would read its configuration first. */
export type GitFolder = {
  objects: string;
  /** The commit of the head; undefined before the first one. */
  head: string | undefined;
  /** Commits whose parents were not fetched. */
  shallow: string[];
  /** Whether objects are borrowed from another place, which is not read. */
  borrows: boolean;
  bare: boolean;
};

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const MOST_SMALL_BYTES = 1_000_000;

/**
 * The Git folder of a work tree, which may be a file that names it, or of a bare repository; undefined where there is
 * none. The reason of a failure is for people: a folder that names another one which does not know it is not believed.
 */
export async function findGitFolder(root: string): Promise<Result<GitFolder | undefined, string>> {
  const dotGit = join(root, ".git");
  const there = await lstat(dotGit).catch(() => undefined);
  if (there === undefined) return ok((await isGitFolder(root)) ? await openGitFolder(root, root, "bare") : undefined);
  if (there.isDirectory())
    return ok((await isGitFolder(dotGit)) ? await openGitFolder(dotGit, dotGit, "work-tree") : undefined);
  const named = /^gitdir: (.{1,4096})$/m.exec((await smallText(dotGit)) ?? "")?.[1]?.trim();
  if (named === undefined) return failed("`.git` is neither a folder nor names one: the history was not read.");
  const folder = await realpath(resolve(root, named)).catch(() => undefined);
  if (folder === undefined) return failed("`.git` names a folder that is not there: the history was not read.");
  if (!(await belongsTo(folder, root)))
    return failed("`.git` names a folder elsewhere that does not know this one: the history was not read.");
  const common = await commonFolder(folder);
  return ok((await isGitFolder(common)) ? await openGitFolder(common, folder, "work-tree") : undefined);
}

/** A work tree is named by its own Git folder; that of a submodule lies in the repository around it. */
async function belongsTo(folder: string, root: string): Promise<boolean> {
  const real = await realpath(root);
  if (isInside(folder, real)) return true;
  const back = (await smallText(join(folder, "gitdir")))?.trim();
  if (back && (await realpath(dirname(back)).catch(() => "")) === real) return true;
  const around = folder.split(`${sep}.git${sep}modules${sep}`)[0];
  return around !== undefined && around !== folder && isInside(real, around);
}

/** The folder that the work trees of a repository share. */
async function commonFolder(folder: string): Promise<string> {
  const named = (await smallText(join(folder, "commondir")))?.trim();
  const common = named ? await realpath(resolve(folder, named)).catch(() => folder) : folder;
  return isInside(folder, common) ? common : folder;
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function isGitFolder(folder: string): Promise<boolean> {
  const kinds = await Promise.all(
    ["objects", "refs", "HEAD"].map((name) => lstat(join(folder, name)).catch(() => undefined)),
  );
  return kinds[0]?.isDirectory() === true && kinds[1]?.isDirectory() === true && kinds[2]?.isFile() === true;
}

async function openGitFolder(common: string, own: string, kind: "bare" | "work-tree"): Promise<GitFolder> {
  return {
    objects: await realpath(join(common, "objects")),
    head: await resolveHead([own, common], smallText),
    shallow: ((await smallText(join(common, "shallow"))) ?? "").split("\n").filter((line) => HASH.test(line)),
    borrows: (await smallText(join(common, "objects", "info", "alternates"))) !== undefined,
    bare: kind === "bare",
  };
}

/** Its name as a person knows it: `project` for `project.git` and for `project/.git`. */
export function nameOf(root: string): string {
  const last = basename(root) === ".git" ? basename(dirname(root)) : basename(root);
  return last.replace(/\.git$/, "") || root;
}

async function smallText(path: string, mostBytes = MOST_SMALL_BYTES): Promise<string | undefined> {
  return withFile(path, async (file, size) =>
    size > mostBytes ? undefined : (await readUpTo(file, size)).toString("utf8"),
  );
}

/** The folders of objects: one of packs, up to 256 of loose ones. */
export async function objectFolders(objects: string): Promise<string[]> {
  const entries = await readdir(objects, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && /^(?:pack|[0-9a-f]{2})$/.test(entry.name))
    .map(({ name }) => name);
}
