import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScanOrigin } from "./deps.ts";
import { fetchRepository } from "./repository/fetch-repository.ts";
import { type ScanDeps, scanRepository } from "./scan.ts";

type Settings = { loopback?: "refused" | "allowed" };

/** Reads a folder where it lies, and an address from a fetched copy that is gone afterwards. */
export function scanOriginOf(deps: ScanDeps, { loopback = "refused" }: Settings = {}): ScanOrigin {
  return async (origin, options) => {
    if (origin.kind === "folder") return scanRepository(deps, origin.path, options);
    const folder = await mkdtemp(join(tmpdir(), "holdout-fetch-"));
    try {
      const fetched = await fetchRepository(origin.url, {
        ...options,
        git: deps.git,
        parent: folder,
        loopback,
      });
      return fetched.ok ? await scanRepository(deps, fetched.value, options) : fetched;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
