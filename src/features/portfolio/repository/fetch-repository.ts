import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Lookup } from "../../../lib/reach.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { type AddressRules, type CheckedAddress, checkedAddress } from "./fetch/checked-address.ts";
import { fetchNotebooks } from "./fetch/fetch-notebooks.ts";
import { follow } from "./fetch/follow.ts";
import { type Fetching, type FetchLimits, runFetch } from "./fetch/run-fetch.ts";
import type { Git } from "./git/run-git.ts";
import type { RefusedRepository } from "./repository.ts";

const LIMITS: FetchLimits = { ms: 120_000, bytes: 500_000_000 };
const DEPTH = 1_000;

type Options = {
  git: Git;
  /** Where the copy gets a new folder, which has the name of the repository. */
  parent: string;
  onProgress: (said: string) => void;
  signal: AbortSignal;
  loopback?: AddressRules["loopback"];
  limits?: FetchLimits;
  lookup?: Lookup;
};

/**
 * Fetches a repository into a new folder as a bare one, and says which: no checkout, no submodule, no file above 2 MB but notebooks, the
 * last 1,000 commits. Only https (http to this machine in tests), no password is asked for, and time and size are
 * bounded. What was begun is removed where it fails.
 */
export async function fetchRepository(address: string, options: Options): Promise<Result<string, RefusedRepository>> {
  const { git, parent, onProgress, signal, loopback = "refused", limits = LIMITS } = options;
  const isProxied = ["https_proxy", "HTTPS_PROXY"].some((name) => git.env[name]);
  const rules: AddressRules = {
    loopback,
    proxy: isProxied && loopback === "refused" ? "proxy" : "direct",
    lookup: options.lookup,
  };
  const checked = await checkedAddress(address, rules);
  if (!checked.ok) return failed({ reason: "bad-address", said: checked.reason });
  const settled = await follow(checked.value, rules, signal);
  if (!settled.ok) return failed({ reason: "fetch-failed", said: settled.reason });
  const into = join(parent, `${nameIn(settled.value.url)}.git`);
  await mkdir(into, { recursive: true, mode: 0o700 });
  const fetching: Fetching = {
    git,
    into,
    limits,
    onProgress,
    signal,
    route: rules.proxy,
    protocols: loopback === "allowed" ? "https:http" : "https",
  };
  const pinned = pinnedTo(settled.value);
  const cloned = await clone(fetching, settled.value.url, pinned);
  if (cloned.ok) await fetchNotebooks(fetching, pinned);
  if (cloned.ok && !signal.aborted) return ok(into);
  await rm(into, { recursive: true, force: true });
  return cloned.ok ? failed({ reason: "fetch-failed", said: "Fetching was stopped." }) : cloned;
}

function clone(fetching: Fetching, url: URL, pinned: Record<string, string>) {
  const flags = [
    "--bare",
    "--template=",
    `--depth=${DEPTH}`,
    "--filter=blob:limit=2m",
    "--no-tags",
    "--single-branch",
    "--progress",
  ];
  return runFetch(fetching, ["clone", ...flags, "--", url.href, fetching.into], { settings: pinned });
}

/** The name must lead where it led when the address was checked. */
function pinnedTo({ url, numbers }: CheckedAddress): Record<string, string> {
  if (numbers.length === 0) return {};
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return { "http.curloptResolve": `${url.hostname}:${port}:${numbers.map(bracketed).join(",")}` };
}

const LONGEST_NAME = 100;

/** The last step of where it was found in the end, which may be no page of the repository any more. */
function nameIn({ pathname }: URL): string {
  const last = pathname.split("/").findLast((part) => part !== "") ?? "";
  const name = last.replace(/\.git$/, "").replaceAll(/[^\w.-]+/g, "-");
  return name.slice(0, LONGEST_NAME) || "project";
}

function bracketed(number: string): string {
  return number.includes(":") ? `[${number}]` : number;
}
