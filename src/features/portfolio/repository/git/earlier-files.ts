import { decode } from "../decode.ts";
import { MOST_GIT_MS, MOST_LOG_BYTES } from "../limits.ts";
import type { EarlierFile, EarlierFiles } from "../repository.ts";
import { isLeftOut, isSuspicious, isTextual } from "../worth-listing.ts";
import { openObjects } from "./object-reader.ts";
import type { Lineage } from "./read-history.ts";
import { type GitReader, runGit } from "./run-git.ts";

const MOST_VERSIONS = 4_000;
const MOST_VERSION_BYTES = 1_000_000;
const MOST_BYTES = 80_000_000;
/** Of the time left that part which finding the versions may take: some must be left to read them. */
const FINDING_SHARE = 0.5;

/**
 * Versions of small text files that were changed or deleted since: what was taken out of the head is still in every
 * clone. Deleted and suspicious ones come first; `commit` is the last one that has it. Ends at the time given.
 */
export function earlierFiles(reader: GitReader, lineage: readonly Lineage[], timeoutMs: number): EarlierFiles {
  const end = performance.now() + timeoutMs;
  const state = { cut: false };
  return { files: readVersions(reader, lineage, { end, state }), isCut: () => state.cut };
}

type Bounds = { end: number; state: { cut: boolean } };

async function* readVersions(
  reader: GitReader,
  lineage: readonly Lineage[],
  bounds: Bounds,
): AsyncGenerator<EarlierFile> {
  if (lineage.length === 0) return;
  const versions = await replacedVersions(reader, lineage, bounds);
  const sizes = await sizesOf(
    reader,
    versions.map(({ hash }) => hash),
    bounds,
  );
  const objects = openObjects(reader);
  let left = MOST_BYTES;
  try {
    for (const { path, commit, hash } of versions) {
      const bytes = sizes.get(hash);
      if (bytes === undefined || bytes > MOST_VERSION_BYTES) continue;
      if (performance.now() > bounds.end) {
        bounds.state.cut = true;
        return;
      }
      if (bytes > left) {
        bounds.state.cut = true;
        continue;
      }
      left -= bytes;
      const content = await objects.read(hash);
      const text = content && decode(content);
      if (content) yield { path, commit, text };
    }
  } finally {
    objects.close();
  }
}

/** What Git prints while there is time; a line that a bound broke off is left out. */
async function printed(
  reader: GitReader,
  args: readonly string[],
  { end, state, input, share, separator }: Bounds & { input: string; share: number; separator: "\0" | "\n" },
): Promise<Buffer> {
  const timeoutMs = Math.min(MOST_GIT_MS, share * (end - performance.now()));
  if (timeoutMs <= 0) {
    state.cut = true;
    return Buffer.alloc(0);
  }
  const { output, cutShort } = await runGit(reader, args, { timeoutMs, mostBytes: MOST_LOG_BYTES, input });
  if (!cutShort) return output;
  state.cut = true;
  return output.subarray(0, output.lastIndexOf(separator) + 1);
}

type Version = { path: string; commit: string; hash: string; rank: number };

/** `<commit>\0` and then, for each file, `:<mode> <mode> <old> <new> M\0<path>\0`. */
async function replacedVersions(reader: GitReader, lineage: readonly Lineage[], bounds: Bounds): Promise<Version[]> {
  const parentOf = new Map(lineage.map(({ commit, parent }) => [commit, parent]));
  const raw = await printed(
    reader,
    ["diff-tree", "--stdin", "-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=DM"],
    { ...bounds, share: FINDING_SHARE, separator: "\0", input: lineage.map(({ commit }) => `${commit}\n`).join("") },
  );
  const versions = new Map<string, Version>();
  let parent: string | undefined;
  let change: RegExpExecArray | null = null;
  for (const field of raw.toString("utf8").split("\0")) {
    if (change) {
      const [, hash = "", status = ""] = change;
      if (parent && !versions.has(hash) && isWorthReading(field))
        versions.set(hash, { path: field, commit: parent, hash, rank: rankOf(field, status) });
      change = null;
    } else if (parentOf.has(field)) parent = parentOf.get(field);
    else change = /^:100\d{3} \d{6} ([0-9a-f]{40,64}) [0-9a-f]+ ([DM])$/.exec(field);
  }
  if (versions.size > MOST_VERSIONS) bounds.state.cut = true;
  return [...versions.values()].sort((a, b) => a.rank - b.rank).slice(0, MOST_VERSIONS);
}

function isWorthReading(path: string): boolean {
  return (
    (isTextual(path) || isSuspicious(path)) &&
    !path.split("/").slice(0, -1).some(isLeftOut) &&
    !/\.(?:csv|tsv|jsonl|html|lock)$|lock\.json$/i.test(path)
  );
}

function rankOf(path: string, status: string): number {
  return (isSuspicious(path) ? 0 : 2) + (status === "D" ? 0 : 1);
}

async function sizesOf(reader: GitReader, hashes: readonly string[], bounds: Bounds): Promise<Map<string, number>> {
  if (hashes.length === 0) return new Map();
  const input = hashes.map((hash) => `${hash}\n`).join("");
  const output = await printed(reader, ["cat-file", "--batch-check"], { ...bounds, share: 1, separator: "\n", input });
  const found = output.toString("latin1").matchAll(/^([0-9a-f]+) blob (\d+)$/gm);
  return new Map([...found].map(([, hash = "", bytes]) => [hash, Number(bytes)]));
}
