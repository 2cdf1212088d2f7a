import { type ChildProcess, spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { killGroup } from "../../../../lib/kill-group.ts";
import { failed, ok, type Result } from "../../../../lib/result.ts";
import { type Git, gitEnvironment } from "../git/run-git.ts";
import { sizeText } from "../limits.ts";
import type { AddressRules } from "./checked-address.ts";

export type FetchLimits = { ms: number; bytes: number };
/** A Git that goes out, what bounds it, and who hears of it. */
export type Fetching = {
  git: Git;
  into: string;
  limits: FetchLimits;
  onProgress: (said: string) => void;
  signal: AbortSignal;
  protocols: "https" | "https:http";
  route: AddressRules["proxy"];
};
type FetchFailure = { reason: "no-git" | "fetch-failed"; said: string };

const LOOK_EVERY_MS = 300;
const MOST_SAID = 4_000;
/** No password, no hook, no way but the one that was checked. */
const SETTINGS = {
  "credential.helper": "",
  "core.askPass": "",
  "core.hooksPath": "/dev/null",
  "http.followRedirects": "false",
  "http.lowSpeedLimit": "1000",
  "http.lowSpeedTime": "30",
  "fetch.recurseSubmodules": "false",
  "transfer.fsckObjects": "false",
  "gc.auto": "0",
  "maintenance.auto": "false",
};

/** Runs Git against a server, to the end of its time, its size or the reader's patience. Reasons are for people. */
export function runFetch(
  fetching: Fetching,
  args: readonly string[],
  more: { settings?: Record<string, string>; input?: string } = {},
): Promise<Result<true, FetchFailure>> {
  const { git, onProgress, signal } = fetching;
  const settings = Object.entries({ ...SETTINGS, ...more.settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  return new Promise((resolve) => {
    const child = spawn(git.program, [...settings, ...args], {
      env: environmentOutside(fetching),
      stdio: ["pipe", "ignore", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    const guard = watch(child, fetching);
    let said = "";
    child.stdin.on("error", () => {}); // it ended before it had read all: its last words say why
    child.stderr.on("data", (piece: Buffer) => {
      const text = piece.toString();
      said = (said + text).slice(-MOST_SAID);
      const share = /(Receiving objects|Resolving deltas): +(\d+)%/.exec(text);
      if (share) onProgress(`${share[1]}: ${share[2]} %`);
    });
    const end = (result: Result<true, FetchFailure>) => {
      guard.stop();
      resolve(result);
    };
    child.on("error", () =>
      end(
        failed({
          reason: "no-git",
          said: "Git is not installed, so nothing can be fetched. Install git, or name a folder.",
        }),
      ),
    );
    child.on("close", (code) => {
      const why = guard.why() ?? (signal.aborted ? STOPPED : undefined);
      end(code === 0 && !why ? ok(true) : failed({ reason: "fetch-failed", said: why ?? failureIn(said) }));
    });
    child.stdin.end(more.input ?? "");
  });
}

const STOPPED = "Fetching was stopped.";

function environmentOutside({ git, protocols, route }: Fetching): NodeJS.ProcessEnv {
  const { no_proxy, NO_PROXY, ...handed } = git.env;
  return {
    ...handed,
    // where a proxy answers for what may be reached nothing goes past it: that was not checked here
    ...(route === "direct" ? { no_proxy, NO_PROXY } : {}),
    ...gitEnvironment(git),
    GIT_ALLOW_PROTOCOL: protocols,
    GIT_NO_LAZY_FETCH: "0",
    GIT_ASKPASS: "/bin/false",
    SSH_ASKPASS: "/bin/false",
  };
}

/** Ends the child when a bound is reached, and knows which. */
function watch(child: ChildProcess, { into, limits, signal }: Fetching) {
  let why: string | undefined;
  const stop = (reason: string) => {
    why ??= reason;
    killGroup(child);
  };
  const aborted = () => stop(STOPPED);
  const timer = setTimeout(
    () =>
      stop(`Fetching took longer than ${limits.ms / 1_000} s and was stopped. Clone it yourself and name the folder.`),
    limits.ms,
  );
  const looks = setInterval(async () => {
    if ((await bytesIn(into)) > limits.bytes)
      stop(`The repository is larger than ${sizeText(limits.bytes)}. Clone it yourself and name the folder.`);
  }, LOOK_EVERY_MS);
  signal.addEventListener("abort", aborted, { once: true });
  if (signal.aborted) aborted();
  return {
    why: () => why,
    stop() {
      clearTimeout(timer);
      clearInterval(looks);
      signal.removeEventListener("abort", aborted);
    },
  };
}

async function bytesIn(folder: string): Promise<number> {
  const packs = join(folder, "objects", "pack");
  const names = await readdir(packs).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(packs, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Git says the reason in its last lines. */
function failureIn(said: string): string {
  if (/Authentication failed|could not read Username|terminal prompts disabled|not found|error: 40[134]/i.test(said))
    return "There is no public repository at this address. A private one is read from a clone: name its folder.";
  const line = said.split(/[\r\n]+/).findLast((each) => /^(?:fatal|error|remote):/.test(each)) ?? "Git gave no reason.";
  return `It could not be fetched: ${line.replace(/^(?:fatal|error): /, "").slice(0, 300)}`;
}
