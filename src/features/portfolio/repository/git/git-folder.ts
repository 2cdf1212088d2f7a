import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** Where a repository keeps its objects and what its head is, read by ourselves: Git would read its configuration first. */
export type GitFolder = { objects: string; head: string | undefined; shallow: string[] };

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const REF = /^refs\/(?!.*\.\.)[\w./+@-]{1,240}$/;
const MOST_BYTES = 20_000_000;

/** The Git folder of a work tree, which may be a file that names it, or of a bare repository; undefined where there is none. */
export async function findGitFolder(root: string): Promise<GitFolder | undefined> {
  for (const folder of [join(root, ".git"), root]) {
    const own = await ownFolder(folder);
    if (own !== undefined) return own;
  }
  return undefined;
}

/** Whether a folder is itself a repository without a work tree. */
export async function isBare(root: string): Promise<boolean> {
  return (
    (await isFolder(join(root, "objects"))) &&
    (await isFolder(join(root, "refs"))) &&
    (await text(join(root, "HEAD"))) !== undefined
  );
}

async function ownFolder(path: string): Promise<GitFolder | undefined> {
  const named = /^gitdir: (.+)$/m.exec((await text(path)) ?? "")?.[1]?.trim();
  const folder = named === undefined ? path : resolve(dirname(path), named);
  const common = resolve(folder, (await text(join(folder, "commondir")))?.trim() || ".");
  if (!(await isFolder(join(common, "objects"))) || (await text(join(folder, "HEAD"))) === undefined) return undefined;
  return {
    objects: await realpath(join(common, "objects")),
    head: await resolveRef("HEAD", [folder, common]),
    shallow: ((await text(join(common, "shallow"))) ?? "").split("\n").filter((line) => HASH.test(line)),
  };
}

async function resolveRef(name: string, folders: readonly string[], depth = 0): Promise<string | undefined> {
  if (depth > 5) return undefined;
  for (const folder of folders) {
    const content = (await text(join(folder, name)))?.trim();
    if (content === undefined) continue;
    if (HASH.test(content)) return content;
    const next = /^ref: (.+)$/.exec(content)?.[1];
    return next !== undefined && REF.test(next) ? resolveRef(next, folders, depth + 1) : undefined;
  }
  for (const folder of folders) {
    const packed = (await text(join(folder, "packed-refs"))) ?? "";
    for (const line of packed.split("\n")) {
      const [hash = "", ref] = line.split(" ");
      if (ref === name && HASH.test(hash)) return hash;
    }
  }
  return undefined;
}

async function text(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? undefined : await readFile(path, "utf8");
  } catch {
    return undefined; // not there, or a folder
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
