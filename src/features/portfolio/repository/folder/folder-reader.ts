import { join } from "node:path";
import { decode } from "../decode.ts";
import { HEAD_BYTES, MOST_READ_BYTES, mostBytesOf, READ_LIMIT } from "../limits.ts";
import type { Repository, RepositoryFile } from "../repository.ts";
import { readUpTo, withFile } from "./open-file.ts";

/** Reads the listed files of a folder, and no other; says in `limits` when it has read enough. */
export function folderReader(
  root: string,
  { files, limits }: { files: readonly RepositoryFile[]; limits: string[] },
): Pick<Repository, "read" | "head"> {
  const listed = new Set(files.map(({ path }) => path));
  let left = MOST_READ_BYTES;
  const afford = (bytes: number) => {
    if (left < bytes && !limits.includes(READ_LIMIT)) limits.push(READ_LIMIT);
    if (left < bytes) return false;
    left -= bytes;
    return true;
  };
  return {
    async read(path) {
      if (!listed.has(path)) return undefined;
      return withFile(join(root, path), async (file, size) =>
        size <= mostBytesOf(path) && afford(size) ? decode(await readUpTo(file, size)) : undefined,
      );
    },
    async head(path) {
      if (!listed.has(path)) return undefined;
      return withFile(join(root, path), async (file, size) => {
        const most = Math.min(size, HEAD_BYTES);
        return afford(most) ? decode(await readUpTo(file, most)) : undefined;
      });
    },
  };
}
