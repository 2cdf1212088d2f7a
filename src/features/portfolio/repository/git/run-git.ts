import { type ChildProcess, spawn } from "node:child_process";

/** Of the environment Git sees what it needs to be found, and nothing that changes what it does. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LC_ALL: "C",
    HOME: "/nonexistent",
    GIT_CONFIG_NOSYSTEM: "1",
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

export type GitOutput = { ok: boolean; output: Buffer; cutShort: boolean; missing: boolean; said: string };
type Limits = { timeoutMs: number; mostBytes: number };

/** Runs Git and takes what it prints, up to a time and a size; it is killed at either. */
export function runGit(args: readonly string[], { timeoutMs, mostBytes }: Limits): Promise<GitOutput> {
  return new Promise((resolve) => {
    const child = spawn("git", args, { env: gitEnvironment(), stdio: ["ignore", "pipe", "pipe"], detached: true });
    const pieces: Buffer[] = [];
    let bytes = 0;
    let cutShort = false;
    let said = "";
    const stop = () => {
      cutShort = true;
      kill(child);
    };
    const timer = setTimeout(stop, timeoutMs);
    child.stdout.on("data", (piece: Buffer) => {
      if (cutShort) return;
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > mostBytes) stop();
    });
    child.stderr.on("data", (piece: Buffer) => {
      if (said.length < 2_000) said += piece.toString();
    });
    const end = (ok: boolean, missing: boolean) => {
      clearTimeout(timer);
      resolve({ ok, output: Buffer.concat(pieces), cutShort, missing, said });
    };
    child.on("error", () => end(false, true));
    child.on("close", (code) => end(code === 0, false));
  });
}

/** Ends a child and what it started. */
export function kill(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
