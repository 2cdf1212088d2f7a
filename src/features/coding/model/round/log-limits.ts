/** More would be trying things out on the hidden tests. */
export const MOST_SUBMISSIONS = 12;
export const MOST_RUNS = 60;
const SNAPSHOT_MS = 10_000;
/** Every so many characters of snapshots the next ones come at longer intervals. */
const SNAPSHOT_STEP = 250_000;

type Snapshots = { code: string; codeAtMs: number | null; snapshotCharacters: number };

/**
 * Whether a snapshot of the editor is kept in the log: one every ten seconds at first, and the more are there the fewer
 * come, so that the log grows with the root of the time. What was typed in between is kept with the next run.
 */
export function keepsSnapshot(state: Snapshots, code: string, atMs: number): boolean {
  if (code === state.code) return false;
  if (state.codeAtMs === null) return true;
  const steps = 1 + Math.floor(state.snapshotCharacters / SNAPSHOT_STEP);
  return atMs - state.codeAtMs >= SNAPSHOT_MS * steps;
}
