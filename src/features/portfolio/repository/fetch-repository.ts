import { spawn } from "node:child_process";
import { lookup } from "node:dns/promises";
import { mkdir, readdir, stat } from "node:fs/promises";
import { BlockList, isIP } from "node:net";
import { join } from "node:path";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { gitEnvironment, kill } from "./git/run-git.ts";
import { sizeText } from "./limits.ts";
import type { RefusedRepository } from "./repository.ts";

const MOST_FETCH_MS = 120_000;
const MOST_FETCH_BYTES = 500_000_000;
const LOOK_EVERY_MS = 500;
const DEPTH = 1_000;

type Options = {
  onProgress: (said: string) => void;
  signal: AbortSignal;
  /** Addresses of this machine are for tests with a server of their own. */
  loopback: "refused" | "allowed";
};

const refused = (reason: RefusedRepository["reason"], said: string) => failed({ reason, said });

/**
 * Fetches a repository into the new folder `into` as a bare one: no checkout, no submodule, no file above 2 MB, the last
 * 1,000 commits. Only https (http to this machine in tests), no password is asked for, and time and size are bounded.
 */
export async function fetchRepository(
  address: string,
  into: string,
  options: Options,
): Promise<Result<string, RefusedRepository>> {
  const url = await checkedAddress(address, options.loopback);
  if (!url.ok) return url;
  await mkdir(into, { recursive: true, mode: 0o700 });
  const ended = await clone(url.value, into, options);
  if (ended.ok) return ok(into);
  return ended;
}

async function checkedAddress(
  address: string,
  loopback: Options["loopback"],
): Promise<Result<string, RefusedRepository>> {
  if (!URL.canParse(address))
    return refused("bad-address", `"${address}" is no address. It looks like https://github.com/you/project.`);
  const url = new URL(address);
  const { protocol, hostname, username, password } = url;
  if (username !== "" || password !== "")
    return refused(
      "bad-address",
      "The address holds a name or a password. Leave it out: private repositories are read from a folder.",
    );
  const local = await isPrivate(hostname);
  if (local === undefined) return refused("fetch-failed", `There is no ${hostname}, or the network is down.`);
  if (protocol === "http:" && local === "loopback" && loopback === "allowed") return ok(url.href);
  if (protocol !== "https:")
    return refused("bad-address", "Only https addresses are fetched. A clone on this machine is read by its folder.");
  if (local !== "public")
    return refused("bad-address", `${hostname} is an address inside your network. Clone it and name the folder.`);
  return ok(url.href);
}

const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
  ["0.0.0.0", 8],
] as const)
  PRIVATE.addSubnet(net, prefix, "ipv4");
PRIVATE.addSubnet("fc00::", 7, "ipv6");
PRIVATE.addSubnet("fe80::", 10, "ipv6");
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

async function isPrivate(hostname: string): Promise<"loopback" | "private" | "public" | undefined> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host)
    ? [host]
    : await lookup(host, { all: true }).then(
        (all) => all.map((each) => each.address),
        () => [],
      );
  if (addresses.length === 0) return undefined;
  const within = (list: BlockList) => addresses.some((each) => list.check(each, isIP(each) === 6 ? "ipv6" : "ipv4"));
  if (within(LOOPBACK)) return "loopback";
  return within(PRIVATE) ? "private" : "public";
}

function clone(url: string, into: string, { onProgress, signal }: Options): Promise<Result<true, RefusedRepository>> {
  const flags = ["--bare", `--depth=${DEPTH}`, "--filter=blob:limit=2m", "--no-tags", "--single-branch", "--progress"];
  const settings = [
    "-c",
    "credential.helper=",
    "-c",
    "core.askPass=",
    "-c",
    "http.followRedirects=initial",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "transfer.fsckObjects=false",
  ];
  return new Promise((resolve) => {
    const child = spawn("git", [...settings, "clone", ...flags, "--", url, into], {
      env: {
        ...gitEnvironment(),
        GIT_ALLOW_PROTOCOL: "https:http",
        GIT_NO_LAZY_FETCH: "0",
        GIT_ASKPASS: "/bin/false",
        ...proxyOf(process.env),
      },
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    });
    let why: RefusedRepository | undefined;
    let said = "";
    const stop = (reason: RefusedRepository) => {
      why ??= reason;
      kill(child);
    };
    const aborted = () => stop({ reason: "fetch-failed", said: "Fetching was stopped." });
    const timer = setTimeout(
      () =>
        stop({
          reason: "fetch-failed",
          said: `Fetching took longer than ${MOST_FETCH_MS / 1000} s and was stopped. Clone it yourself and name the folder.`,
        }),
      MOST_FETCH_MS,
    );
    const watch = setInterval(async () => {
      const bytes = await bytesIn(into);
      if (bytes > MOST_FETCH_BYTES)
        stop({
          reason: "fetch-failed",
          said: `The repository is larger than ${sizeText(MOST_FETCH_BYTES)}. Clone it yourself and name the folder.`,
        });
    }, LOOK_EVERY_MS);
    signal.addEventListener("abort", aborted, { once: true });
    if (signal.aborted) aborted();
    child.stderr.on("data", (piece: Buffer) => {
      said = (said + piece.toString()).slice(-4_000);
      const share = /(Receiving objects|Resolving deltas): +\d+%/.exec(piece.toString())?.[0];
      if (share) onProgress(share.replace(/ +/g, " ").replace("%", " %"));
    });
    const end = (result: Result<true, RefusedRepository>) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal.removeEventListener("abort", aborted);
      resolve(result);
    };
    child.on("error", () =>
      end(refused("no-git", "Git is not installed, so nothing can be fetched. Install git, or name a folder.")),
    );
    child.on("close", (code) => end(code === 0 ? ok(true) : failed(why ?? failureOf(said))));
  });
}

/** Git says the reason in its last lines; what a person can do about it follows. */
function failureOf(said: string): RefusedRepository {
  if (/Authentication failed|could not read Username|terminal prompts disabled|not found|403|404/i.test(said))
    return {
      reason: "fetch-failed",
      said: "There is no public repository at this address. A private one is read from a clone: name its folder.",
    };
  const line = said.split(/[\r\n]/).findLast((each) => /^(?:fatal|error|remote):/.test(each)) ?? "Git gave no reason.";
  return {
    reason: "fetch-failed",
    said: `It could not be fetched: ${line.replace(/^(?:fatal|error): /, "").slice(0, 300)}`,
  };
}

function proxyOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ["https_proxy", "HTTPS_PROXY", "http_proxy", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "GIT_SSL_CAINFO"];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(join(folder, "objects", "pack")).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, "objects", "pack", name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
