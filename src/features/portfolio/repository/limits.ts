/** What a reading may cost: a repository of any size is read in bounded time and memory. */
export const MOST_WALK_MS = 1_600;
export const MOST_STAT_MS = 600;
export const MOST_TEXT_BYTES = 2_000_000;
const MOST_NOTEBOOK_BYTES = 20_000_000;
export const MOST_READ_BYTES = 200_000_000;
export const HEAD_BYTES = 65_536;
export const MOST_COMMITS = 2_000;
export const MOST_LOG_BYTES = 20_000_000;
export const MOST_GIT_MS = 2_500;

/** How much of a file is read as text; a notebook carries its pictures with it. */
export function mostBytesOf(path: string): number {
  return path.endsWith(".ipynb") ? MOST_NOTEBOOK_BYTES : MOST_TEXT_BYTES;
}

export const READ_LIMIT = `Reading ended after ${sizeText(MOST_READ_BYTES)}: the files after that were not read.`;

/** "2.4 MB". */
export function sizeText(bytes: number): string {
  if (bytes >= 1e9) return `${Number((bytes / 1e9).toFixed(1))} GB`;
  if (bytes >= 1e6) return `${Number((bytes / 1e6).toFixed(1))} MB`;
  return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
}
