import { lstat, opendir } from "node:fs/promises";
import { join } from "node:path";
import { mapAtMost } from "../../../lib/map-at-most.ts";
import { MOST_FILES, MOST_OTHER_A_FOLDER, MOST_WALK_MS } from "./limits.ts";
import type { RepositoryFile } from "./repository.ts";
import { isLeftOut, isTextual } from "./worth-listing.ts";

export type Walked = { files: RepositoryFile[]; totalFiles: number; limits: string[] };

const STATS_AT_ONCE = 32;

/**
 * Lists a folder from its root downwards. Links are not followed, so there is no loop and nothing outside is seen;
 * pipes, sockets and devices are not files here. `now` is a clock in ms that runs steadily.
 */
export async function walkFolder(root: string, now: () => number): Promise<Walked> {
  const end = now() + MOST_WALK_MS;
  const paths: string[] = [];
  const limits: string[] = [];
  const closed: string[] = [];
  let totalFiles = 0;
  let waiting = [""];
  while (waiting.length > 0 && now() < end && paths.length < MOST_FILES) {
    const next: string[] = [];
    for (const folder of waiting) {
      if (now() >= end || paths.length >= MOST_FILES) break;
      const listed = await listFolder(join(root, folder), folder, end, now);
      if (listed === undefined) {
        closed.push(folder || ".");
        continue;
      }
      totalFiles += listed.total;
      paths.push(...listed.files.slice(0, MOST_FILES - paths.length));
      next.push(...listed.folders);
      if (listed.leftOut > 0)
        limits.push(
          `${folder || "the root"} has ${listed.total.toLocaleString("en-US")} files that are no text; ${MOST_OTHER_A_FOLDER} of them are listed.`,
        );
    }
    waiting = next;
  }
  if (now() >= end) limits.push(`Listing was stopped after ${MOST_WALK_MS / 1000} s: deeper folders were not seen.`);
  else if (paths.length >= MOST_FILES)
    limits.push(`Only the first ${MOST_FILES.toLocaleString("en-US")} files from the root downwards are listed.`);
  if (closed.length > 0)
    limits.push(
      `Not readable with your rights: ${closed.slice(0, 3).join(", ")}${closed.length > 3 ? " and more" : ""}.`,
    );
  return { files: await withSizes(root, paths), totalFiles, limits: joinedLimits(limits) };
}

type Listed = { files: string[]; folders: string[]; total: number; leftOut: number };

async function listFolder(path: string, folder: string, end: number, now: () => number): Promise<Listed | undefined> {
  const files: string[] = [];
  const others: string[] = [];
  const folders: string[] = [];
  let total = 0;
  try {
    for await (const entry of await opendir(path, { bufferSize: 512 })) {
      const inside = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isLeftOut(entry.name)) folders.push(inside);
      } else if (entry.isFile()) {
        total++;
        if (isTextual(inside)) files.push(inside);
        else if (others.length < MOST_OTHER_A_FOLDER) others.push(inside);
      }
      if (total % 1_000 === 0 && now() >= end) break;
    }
  } catch {
    return undefined; // gone meanwhile, or closed to us
  }
  const leftOut = total - files.length - others.length;
  return { files: [...files, ...others].sort(), folders: folders.sort(), total, leftOut };
}

async function withSizes(root: string, paths: readonly string[]): Promise<RepositoryFile[]> {
  const files = await mapAtMost(paths, STATS_AT_ONCE, async (path) => {
    try {
      const stat = await lstat(join(root, path));
      return stat.isFile() ? { path, bytes: stat.size } : undefined;
    } catch {
      return undefined;
    }
  });
  return files.filter((file) => file !== undefined).sort(byPath);
}

export function byPath(a: RepositoryFile, b: RepositoryFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

const SHOWN = 5;

function joinedLimits(limits: string[]): string[] {
  return limits.length <= SHOWN
    ? limits
    : [...limits.slice(0, SHOWN - 1), `${limits.length - SHOWN + 1} more limits were met.`];
}
