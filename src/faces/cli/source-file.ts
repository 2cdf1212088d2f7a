import { existsSync, readFileSync, statSync } from "node:fs";
import { UsageError } from "./command.ts";

const MOST_BYTES = 1_000_000;

/** Reads a solution's source; what is no Python source is refused with a sentence. */
export function readSource(path: string): string {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const found = statSync(path);
  if (!found.isFile()) throw new UsageError(`${path} is a folder; name the file with the solution.`);
  if (found.size > MOST_BYTES) {
    const megabytes = (found.size / 1e6).toFixed(1);
    throw new UsageError(`${path} has ${megabytes} MB, at most 1 MB is judged. Is data pasted into the code?`);
  }
  const source = decode(path, readFileSync(path));
  if (source.includes("\0")) throw new UsageError(`${path} has NUL bytes: it is no Python source.`);
  return source;
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not UTF-8 text: it is no Python source.`);
  }
}
