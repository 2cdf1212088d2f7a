import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { decode } from "../decode.ts";
import { HEAD_BYTES, MOST_FILES, MOST_GIT_MS, MOST_READ_BYTES, mostBytesOf } from "../limits.ts";
import type { Repository, RepositoryFile } from "../repository.ts";
import { byPath } from "../walk-folder.ts";
import { isLeftOut } from "../worth-listing.ts";
import { gitEnvironment, kill, runGit } from "./run-git.ts";

const MOST_TREE_BYTES = 64_000_000;

type TreeFiles = Pick<Repository, "files" | "totalFiles" | "read" | "head" | "close"> & { limits: string[] };

/** The files of a commit, read from its objects: nothing is checked out. */
export async function treeFiles(gitDir: string, head: string): Promise<TreeFiles> {
  const listed = await runGit([`--git-dir=${gitDir}`, "ls-tree", "-r", "-z", "-l", "--full-tree", head], {
    timeoutMs: MOST_GIT_MS,
    mostBytes: MOST_TREE_BYTES,
  });
  const all = listed.output
    .toString("utf8")
    .split("\0")
    .flatMap((line) => blobIn(line) ?? []);
  const blobs = all.filter(({ path }) => !path.split("/").slice(0, -1).some(isLeftOut)).slice(0, MOST_FILES);
  const hashOf = new Map(blobs.map(({ path, hash, bytes }) => [path, { hash, bytes }]));
  const objects = openObjects(gitDir);
  let left = MOST_READ_BYTES;
  const content = async (path: string, most: number) => {
    const blob = hashOf.get(path);
    if (blob === undefined || blob.bytes > most || left <= 0) return undefined;
    left -= blob.bytes;
    return objects.read(blob.hash);
  };
  return {
    files: blobs.map(({ path, bytes }) => ({ path, bytes })).sort(byPath),
    totalFiles: all.length,
    limits: [
      ...(listed.cutShort ? ["The list of files was cut short."] : []),
      ...(blobs.length >= MOST_FILES ? [`Only ${MOST_FILES.toLocaleString("en-US")} files are listed.`] : []),
    ],
    async read(path) {
      const bytes = await content(path, mostBytesOf(path));
      return bytes && decode(bytes);
    },
    async head(path) {
      // an object comes whole or not at all
      const bytes = await content(path, mostBytesOf("x.ipynb"));
      return bytes && decode(bytes.subarray(0, HEAD_BYTES));
    },
    close: async () => objects.close(),
  };
}

type Blob = RepositoryFile & { hash: string };

/** `100644 blob <hash>    <size>\t<path>`; links and submodules are no files. */
function blobIn(line: string): Blob | undefined {
  const match = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/.exec(line);
  return match?.[1] && match[3] ? { path: match[3], bytes: Number(match[2]), hash: match[1] } : undefined;
}

/** One `git cat-file --batch` for all objects, asked one after the other. */
function openObjects(gitDir: string): { read: (hash: string) => Promise<Buffer | undefined>; close: () => void } {
  let child: ChildProcessWithoutNullStreams | undefined;
  let pieces: Buffer[] = [];
  let wake: () => void = () => {};
  let ended = false;
  let last: Promise<unknown> = Promise.resolve();

  const started = () => {
    if (child) return child;
    child = spawn("git", [`--git-dir=${gitDir}`, "cat-file", "--batch"], { env: gitEnvironment(), detached: true });
    child.stdout.on("data", (piece: Buffer) => {
      pieces.push(piece);
      wake();
    });
    const end = () => {
      ended = true;
      wake();
    };
    child.on("error", end);
    child.on("close", end);
    child.stdin.on("error", end);
    child.stderr.resume();
    return child;
  };

  const received = async (enough: (all: Buffer) => number | undefined): Promise<Buffer | undefined> => {
    for (;;) {
      const all = pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
      pieces = [all];
      const end = enough(all);
      if (end !== undefined && all.length >= end) {
        pieces = [all.subarray(end)];
        return all.subarray(0, end);
      }
      if (ended) return undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };

  const readNow = async (hash: string): Promise<Buffer | undefined> => {
    if (ended) return undefined;
    started().stdin.write(`${hash}\n`);
    const header = await received((all) => {
      const end = all.indexOf(10);
      return end < 0 ? undefined : end + 1;
    });
    const size = /^[0-9a-f]+ blob (\d+)\n$/.exec(header?.toString("latin1") ?? "")?.[1];
    if (size === undefined) return undefined;
    const content = await received(() => Number(size) + 1);
    return content?.subarray(0, -1);
  };

  return {
    read(hash) {
      const next = last.then(() => readNow(hash));
      last = next.catch(() => undefined);
      return next;
    },
    close() {
      if (child) kill(child);
    },
  };
}
