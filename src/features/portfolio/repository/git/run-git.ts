import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { killGroup } from "../../../../lib/kill-group.ts";

/** The Git of this machine, and what of the environment it is found and goes out with: PATH, a proxy. */
export type Git = { program: string; env: Readonly<Record<string, string>> };
/** A Git that stands in a repository of ours. */
export type GitReader = { git: Git; gitDir: string };

/** Of the environment Git sees what it needs to be found, and nothing that changes what it does. */
export function gitEnvironment({ env: { PATH, SYSTEMROOT } }: Git): NodeJS.ProcessEnv {
  return {
    PATH,
    ...(SYSTEMROOT === undefined ? {} : { SYSTEMROOT }),
    LC_ALL: "C",
    HOME: "/nonexistent",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_PROTOCOL_FROM_USER: "0",
    GIT_ALLOW_PROTOCOL: "none",
  };
}

const MOST_MEMORY_KB = 3_000_000;
const NOT_FOUND = 127;

/** Starts Git in a process group of its own; on Linux its memory is bounded, for an object may unpack to any size. */
export function startGit({ git, gitDir }: GitReader, args: readonly string[]): ChildProcessWithoutNullStreams {
  const all = [`--git-dir=${gitDir}`, "--no-pager", ...args];
  const options = { cwd: gitDir, env: gitEnvironment(git), detached: process.platform !== "win32", windowsHide: true };
  if (process.platform !== "linux") return spawn(git.program, all, options);
  return spawn("/bin/sh", ["-c", `ulimit -v ${MOST_MEMORY_KB}; exec "$0" "$@"`, git.program, ...all], options);
}

type GitOutput = {
  output: Buffer;
  /** Whether a time or a size ended it. */
  cutShort: boolean;
  /** Whether there is no Git. */
  missing: boolean;
};
type Run = { timeoutMs: number; mostBytes: number; input?: string };

/** Runs Git and takes what it prints, up to a time and a size; it is killed at either. */
export function runGit(reader: GitReader, args: readonly string[], run: Run): Promise<GitOutput> {
  return new Promise((resolve) => {
    const child = startGit(reader, args);
    const pieces: Buffer[] = [];
    let bytes = 0;
    let cutShort = false;
    const stop = () => {
      cutShort = true;
      killGroup(child);
    };
    const timer = setTimeout(stop, run.timeoutMs);
    child.stdout.on("data", (piece: Buffer) => {
      if (cutShort) return;
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > run.mostBytes) stop();
    });
    const end = (missing: boolean) => {
      clearTimeout(timer);
      resolve({ output: Buffer.concat(pieces), cutShort, missing });
    };
    child.stderr.resume();
    child.stdin.on("error", () => {}); // it ended before it had read all: what it printed says the rest
    child.on("error", () => end(true));
    child.on("close", (code) => end(code === NOT_FOUND));
    child.stdin.end(run.input ?? "");
  });
}
