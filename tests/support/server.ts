import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const ROOT = join(import.meta.dirname, "..", "..");

export type Server = AsyncDisposable & {
  url: string;
  pid: number;
  kill: (signal: NodeJS.Signals) => Promise<void>;
  /** The exit code; null where a signal ended it. */
  gone: Promise<number | null>;
};

/** Starts the real `holdout serve` on a free port, and waits until it listens; `await using` ends it in any case. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const args = [join(ROOT, "bin", "holdout.ts"), "serve", "--port", "0", "--json"];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return { url, pid: child.pid ?? 0, kill, gone, [Symbol.asyncDispose]: () => kill("SIGKILL") };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    if (child.stdout) createInterface({ input: child.stdout }).once("line", resolve);
  });
}

/** Process ids of the children of a process. */
export function childrenOf(pid: number): number[] {
  try {
    if (process.platform === "linux") {
      // a bare Linux has no pgrep
      return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
    }
    return execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map(Number);
  } catch {
    return []; // pgrep ends with 1 where there is none
  }
}

/** Whether a process still runs; one that ended and was not collected by its parent yet does not. */
export function isAlive(pid: number): boolean {
  try {
    if (process.platform === "linux") return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
