import type { Clock } from "../../lib/clock.ts";
import type { Result } from "../../lib/result.ts";
import type { GitHubOptions } from "./github/ask-github.ts";
import type { PortfolioRepo } from "./repo.ts";
import type { RefusedRepository } from "./repository/repository.ts";
import type { Origin, Scan } from "./schema.ts";

type ScanOptions = { onProgress: (said: string) => void; signal: AbortSignal };
/** Reads the repository of a folder or an address. */
export type ScanOrigin = (
  origin: Exclude<Origin, { kind: "told" }>,
  options: ScanOptions,
) => Promise<Result<Scan, RefusedRepository>>;

/** What the portfolio stands on. */
export type PortfolioDeps = { repo: PortfolioRepo; scan: ScanOrigin; github: GitHubOptions; clock: Clock };
