import { decode } from "../decode.ts";
import { MOST_GIT_MS, MOST_LOG_BYTES } from "../limits.ts";
import type { EarlierFile } from "../repository.ts";
import { isLeftOut, isTextual } from "../worth-listing.ts";
import { openObjects } from "./object-reader.ts";
import type { Lineage } from "./read-history.ts";
import { type GitReader, runGit } from "./run-git.ts";

const MOST_VERSIONS = 4_000;
const MOST_VERSION_BYTES = 1_000_000;
const MOST_BYTES = 80_000_000;
const SUSPICIOUS =
  /(?:^|\/)\.env|\.(?:pem|key|p12)$|(?:^|\/)id_(?:rsa|ed25519)$|credential|secret|kaggle\.json|config|settings/i;

/**
 * Versions of small text files that were changed or deleted since: what was taken out of the head is still in every
 * clone. Deleted and suspicious ones come first; `commit` is the last one that has it. Ends at the time given.
 */
export async function* earlierFiles(
  reader: GitReader,
  lineage: readonly Lineage[],
  timeoutMs: number,
): AsyncGenerator<EarlierFile> {
  const end = performance.now() + timeoutMs;
  const versions = await replacedVersions(reader, lineage);
  const sizes = await sizesOf(
    reader,
    versions.map(({ hash }) => hash),
  );
  const objects = openObjects(reader);
  let left = MOST_BYTES;
  try {
    for (const { path, commit, hash } of versions) {
      const bytes = sizes.get(hash);
      if (bytes === undefined || bytes > MOST_VERSION_BYTES || bytes > left) continue;
      if (performance.now() > end) return;
      left -= bytes;
      const content = await objects.read(hash);
      const text = content && decode(content);
      if (content) yield { path, commit, text };
    }
  } finally {
    objects.close();
  }
}

type Version = { path: string; commit: string; hash: string; rank: number };

/** `<commit>\0` and then, for each file, `:<mode> <mode> <old> <new> M\0<path>\0`. */
async function replacedVersions(reader: GitReader, lineage: readonly Lineage[]): Promise<Version[]> {
  const parentOf = new Map(lineage.map(({ commit, parent }) => [commit, parent]));
  const raw = await runGit(
    reader,
    ["diff-tree", "--stdin", "-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=DM"],
    {
      timeoutMs: MOST_GIT_MS,
      mostBytes: MOST_LOG_BYTES,
      input: lineage.map(({ commit }) => `${commit}\n`).join(""),
    },
  );
  const versions = new Map<string, Version>();
  let parent: string | undefined;
  let change: RegExpExecArray | null = null;
  for (const field of raw.output.toString("utf8").split("\0")) {
    if (change) {
      const [, hash = "", status = ""] = change;
      if (parent && !versions.has(hash) && isWorthReading(field))
        versions.set(hash, { path: field, commit: parent, hash, rank: rankOf(field, status) });
      change = null;
    } else if (parentOf.has(field)) parent = parentOf.get(field);
    else change = /^:100\d{3} \d{6} ([0-9a-f]{40,64}) [0-9a-f]+ ([DM])$/.exec(field);
  }
  return [...versions.values()].sort((a, b) => a.rank - b.rank).slice(0, MOST_VERSIONS);
}

function isWorthReading(path: string): boolean {
  return (
    (isTextual(path) || SUSPICIOUS.test(path)) &&
    !path.split("/").slice(0, -1).some(isLeftOut) &&
    !/\.(?:csv|tsv|jsonl|html|lock)$|lock\.json$/i.test(path)
  );
}

function rankOf(path: string, status: string): number {
  return (SUSPICIOUS.test(path) ? 0 : 2) + (status === "D" ? 0 : 1);
}

async function sizesOf(reader: GitReader, hashes: readonly string[]): Promise<Map<string, number>> {
  const { output } = await runGit(reader, ["cat-file", "--batch-check"], {
    timeoutMs: MOST_GIT_MS,
    mostBytes: MOST_LOG_BYTES,
    input: hashes.map((hash) => `${hash}\n`).join(""),
  });
  const found = output.toString("latin1").matchAll(/^([0-9a-f]+) blob (\d+)$/gm);
  return new Map([...found].map(([, hash = "", bytes]) => [hash, Number(bytes)]));
}
