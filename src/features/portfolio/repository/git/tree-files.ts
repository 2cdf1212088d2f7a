import { decode } from "../decode.ts";
import { byPath } from "../folder/walk-folder.ts";
import { HEAD_BYTES, MOST_GIT_MS, MOST_READ_BYTES, MOST_TEXT_BYTES, mostBytesOf, READ_LIMIT } from "../limits.ts";
import { createListing } from "../listing.ts";
import type { Repository } from "../repository.ts";
import { ENVIRONMENT_MARKS, isLeftOut } from "../worth-listing.ts";
import { openObjects } from "./object-reader.ts";
import { type GitReader, runGit } from "./run-git.ts";

const MOST_TREE_BYTES = 32_000_000;
/** What a fetch leaves out is larger than what is read as text; how much, is not known. */
const NOT_FETCHED_BYTES = MOST_TEXT_BYTES + 1;

type TreeFiles = Pick<Repository, "files" | "totalFiles" | "read" | "head" | "close"> & { limits: string[] };
type Blob = { path: string; bytes: number; hash: string; there: boolean };

/** The files of a commit, read from its objects: nothing is checked out. */
export async function treeFiles(reader: GitReader, head: string): Promise<TreeFiles> {
  const listed = await listTree(reader, head);
  const { blobs, total, limits } = chosen([...blobsIn(listed.output)]);
  const away = blobs.filter(({ there }) => !there);
  if (listed.cutShort) limits.push("The list of files was cut short.");
  if (away.length > 0)
    limits.push(
      `Not fetched, as they are larger than ${MOST_TEXT_BYTES / 1e6} MB: ${away.length === 1 ? away[0]?.path : `${away.length} files, ${away[0]?.path} among them`}.`,
    );
  return {
    files: blobs.map(({ path, bytes }) => ({ path, bytes })).sort(byPath),
    totalFiles: total,
    limits,
    ...blobReader(reader, blobs, limits),
  };
}

/** Files of a commit whose content was not fetched, the nearest to the root first. */
export async function absentBlobs(reader: GitReader, head: string): Promise<{ path: string; hash: string }[]> {
  const { output } = await listTree(reader, head);
  return chosen([...blobsIn(output)]).blobs.filter(({ there }) => !there);
}

function listTree(reader: GitReader, head: string) {
  return runGit(reader, ["ls-tree", "-r", "-z", "-l", "--full-tree", head], {
    timeoutMs: MOST_GIT_MS,
    mostBytes: MOST_TREE_BYTES,
  });
}

function blobReader(
  reader: GitReader,
  blobs: readonly Blob[],
  limits: string[],
): Pick<Repository, "read" | "head" | "close"> {
  const known = new Map(blobs.map((blob) => [blob.path, blob]));
  const objects = openObjects(reader);
  let left = MOST_READ_BYTES;
  const afford = (bytes: number) => {
    if (left < bytes && !limits.includes(READ_LIMIT)) limits.push(READ_LIMIT);
    if (left < bytes) return false;
    left -= bytes;
    return true;
  };
  const whole = async (path: string, mostBytes: number) => {
    const blob = known.get(path);
    if (!blob?.there || blob.bytes > mostBytes || !afford(blob.bytes)) return undefined;
    return objects.read(blob.hash);
  };
  return {
    async read(path) {
      const bytes = await whole(path, mostBytesOf(path));
      return bytes && decode(bytes);
    },
    async head(path) {
      const bytes = (await whole(path, MOST_TEXT_BYTES)) ?? (await beginning(reader, known.get(path)));
      return bytes && decode(bytes.subarray(0, HEAD_BYTES));
    },
    close: async () => objects.close(),
  };
}

/** The first bytes of an object that is too large to be taken whole: Git streams it and is ended in between. */
async function beginning(reader: GitReader, blob: Blob | undefined): Promise<Buffer | undefined> {
  if (!blob?.there) return undefined;
  const { output } = await runGit(reader, ["cat-file", "blob", blob.hash], {
    timeoutMs: MOST_GIT_MS,
    mostBytes: HEAD_BYTES,
  });
  return output.length > 0 ? output : undefined;
}

/** `100644 blob <hash>    <size>\t<path>\0`; links and submodules are no files. */
function* blobsIn(output: Buffer): Generator<Blob> {
  for (let from = 0, end = output.indexOf(0); end >= 0; from = end + 1, end = output.indexOf(0, from)) {
    const match = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+|BAD|-)\t([\s\S]+)$/.exec(output.toString("utf8", from, end));
    if (!match?.[1] || !match[3]) continue;
    const bytes = Number(match[2]);
    const there = Number.isFinite(bytes);
    yield { path: match[3], hash: match[1], bytes: there ? bytes : NOT_FETCHED_BYTES, there };
  }
}

/** As from a folder: what is worth listing, the nearest to the root first. */
function chosen(all: readonly Blob[]): { blobs: Blob[]; total: number; limits: string[] } {
  const environments = all
    .filter(({ path }) => ENVIRONMENT_MARKS.includes(nameIn(path)))
    .map(({ path }) => folderOf(path));
  const isOthers = (folder: string) =>
    folder.split("/").some(isLeftOut) ||
    environments.some((each) => each !== "" && `${folder}/`.startsWith(`${each}/`));
  const folders = Map.groupBy(all, ({ path }) => folderOf(path));
  const listing = createListing();
  const nearest = [...folders]
    .filter(([folder]) => !isOthers(folder))
    .sort(([a], [b]) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const blobs = nearest.flatMap(([folder, inside]) => {
    const names = new Set(
      listing.choose(
        folder,
        inside.map(({ path }) => nameIn(path)),
      ),
    );
    return inside.filter(({ path }) => names.has(nameIn(path)));
  });
  return { blobs, total: listing.total(), limits: listing.limits() };
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const nameIn = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const depth = (folder: string) => (folder === "" ? 0 : folder.split("/").length);
