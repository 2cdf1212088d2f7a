import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** A pipe that took the place of a file must not hold us, and a link that did must not lead out. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens a plain file, and nothing else, for as long as `read` takes; undefined where that is not possible. */
export async function withFile<T>(
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
    return undefined; // a disk that fails
  } finally {
    await file.close();
  }
}

/** The first `size` bytes; fewer where the file has shrunk meanwhile. */
export async function readUpTo(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}
