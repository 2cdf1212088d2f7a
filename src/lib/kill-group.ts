import type { ChildProcess } from "node:child_process";

/** Ends a child that leads a group of its own, and what it started. */
export function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL"); // it has no group of its own, or is gone
  }
}
