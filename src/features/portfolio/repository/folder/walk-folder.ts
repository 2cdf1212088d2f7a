import { lstat, opendir } from "node:fs/promises";
import { join } from "node:path";
import { mapAtMost } from "../../../../lib/map-at-most.ts";
import { MOST_STAT_MS, MOST_WALK_MS } from "../limits.ts";
import { createListing } from "../listing.ts";
import type { RepositoryFile } from "../repository.ts";
import { ENVIRONMENT_MARKS, isLeftOut } from "../worth-listing.ts";

type Walked = { files: RepositoryFile[]; totalFiles: number; limits: string[] };
type Options = {
  /** A clock in ms that runs steadily. */
  now: () => number;
  /** Repositories inside this one (submodules, clones) are others' work, unless the root is none itself. */
  nested: "left-out" | "walked";
};

const STATS_AT_ONCE = 32;
const ENTRIES_BETWEEN_LOOKS = 1_000;

/**
 * Lists a folder from its root downwards, nearest first. Links are not followed, so there is no loop and nothing outside
 * is seen; pipes, sockets and devices are no files here.
 */
export async function walkFolder(root: string, { now, nested }: Options): Promise<Walked> {
  const end = now() + MOST_WALK_MS;
  const listing = createListing();
  const paths: string[] = [];
  const closed: string[] = [];
  const others: string[] = [];
  let waiting = [""];
  while (waiting.length > 0 && now() < end) {
    const next: string[] = [];
    for (const folder of waiting) {
      if (now() >= end) break;
      const seen = await readFolder(join(root, folder), () => now() < end);
      if (seen === undefined) closed.push(folder || ".");
      else if (folder !== "" && seen.isEnvironment) continue;
      else if (folder !== "" && seen.isRepository && nested === "left-out") others.push(folder);
      else {
        const inside = (name: string) => (folder === "" ? name : `${folder}/${name}`);
        paths.push(...listing.choose(folder, seen.files).map(inside));
        next.push(...seen.folders.map(inside).sort());
      }
    }
    waiting = next;
  }
  const sized = await withSizes(root, paths, { now, end: now() + MOST_STAT_MS });
  return {
    files: sized.files,
    totalFiles: listing.total(),
    limits: [
      ...(now() >= end && waiting.length > 0
        ? [`Listing ended after ${MOST_WALK_MS / 1_000} s: deeper folders were not seen.`]
        : []),
      ...listing.limits(),
      ...(others.length > 0 ? [`Left out, as repositories of their own: ${few(others)}.`] : []),
      ...(closed.length > 0 ? [`Not readable with your rights: ${few(closed)}.`] : []),
      ...sized.limits,
    ],
  };
}

type Seen = { files: string[]; folders: string[]; isRepository: boolean; isEnvironment: boolean };

async function readFolder(path: string, isTime: () => boolean): Promise<Seen | undefined> {
  const seen: Seen = { files: [], folders: [], isRepository: false, isEnvironment: false };
  let entries = 0;
  try {
    for await (const entry of await opendir(path, { bufferSize: 512 })) {
      if (entry.name === ".git") seen.isRepository = true;
      else if (ENVIRONMENT_MARKS.includes(entry.name)) seen.isEnvironment = true;
      if (entry.isFile()) seen.files.push(entry.name);
      else if (entry.isDirectory() && !isLeftOut(entry.name)) seen.folders.push(entry.name);
      if (++entries % ENTRIES_BETWEEN_LOOKS === 0 && !isTime()) break;
    }
  } catch {
    return undefined; // gone meanwhile, or closed to us
  }
  return seen;
}

type Sized = { files: RepositoryFile[]; limits: string[] };

async function withSizes(
  root: string,
  paths: readonly string[],
  { now, end }: { now: () => number; end: number },
): Promise<Sized> {
  const found = await mapAtMost(paths, STATS_AT_ONCE, async (path) => {
    if (now() >= end) return "late" as const;
    try {
      const stat = await lstat(join(root, path));
      return stat.isFile() ? { path, bytes: stat.size } : undefined;
    } catch {
      return undefined; // gone meanwhile, or its name is no Unicode
    }
  });
  const late = found.filter((file) => file === "late").length;
  const odd = paths.filter((path, at) => found[at] === undefined && path.includes("\uFFFD"));
  return {
    files: found.filter((file) => typeof file === "object").sort(byPath),
    limits: [
      ...(late > 0 ? [`The disk is slow: ${late.toLocaleString("en-US")} files were left out.`] : []),
      ...(odd.length > 0 ? [`Not read, as their names are no Unicode: ${few(odd)}.`] : []),
    ],
  };
}

export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function few(paths: readonly string[]): string {
  return `${paths.slice(0, 3).join(", ")}${paths.length > 3 ? ` and ${paths.length - 3} more` : ""}`;
}
