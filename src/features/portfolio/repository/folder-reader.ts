import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { decode } from "./decode.ts";
import { HEAD_BYTES, MOST_READ_BYTES, mostBytesOf } from "./limits.ts";
import type { Repository, RepositoryFile } from "./repository.ts";

/** A pipe that took the place of a file must not hold us, and a link that did must not lead out. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads the listed files of a folder, and no other. */
export function folderReader(root: string, files: readonly RepositoryFile[]): Pick<Repository, "read" | "head"> {
  const listed = new Set(files.map(({ path }) => path));
  let left = MOST_READ_BYTES;
  return {
    async read(path) {
      if (!listed.has(path) || left <= 0) return undefined;
      return withFile(join(root, path), async (file, size) => {
        if (size > mostBytesOf(path)) return undefined;
        left -= size;
        return decode(await readUpTo(file, size));
      });
    },
    async head(path) {
      if (!listed.has(path)) return undefined;
      return withFile(join(root, path), async (file, size) => decode(await readUpTo(file, Math.min(size, HEAD_BYTES))));
    },
  };
}

async function withFile<T>(
  path: string,
  read: (file: FileHandle, size: number) => Promise<T | undefined>,
): Promise<T | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, FLAGS);
  } catch {
    return undefined; // gone, a link by now, or closed to us
  }
  try {
    const stat = await file.stat();
    return stat.isFile() ? await read(file, stat.size) : undefined;
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

async function readUpTo(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}
