import { failed, ok, type Result } from "../../lib/result.ts";
import { Applications } from "./applications.ts";
import { exportJobs } from "./archive.ts";
import { type BoardBases, PUBLIC_BASES } from "./boards/board-address.ts";
import type { GetRules } from "./boards/get.ts";
import type { JobsDeps, Reaching } from "./deps.ts";
import { JobPostings } from "./postings.ts";
import type { PayQuery, PayTable, PostingDetail, PostingList, PostingQuery, Refreshed, Sources } from "./schema.ts";
import { JobSources } from "./sources.ts";
import type { ArchivedJobs } from "./stored.ts";

export { readExportedJobs } from "./archive.ts";
export type { Matching } from "./deps.ts";
export { JobsRepo } from "./repo.ts";
export { loadSample } from "./sample.ts";

const LIMITS = { timeoutMs: 15_000, mostBytes: 20_000_000 };

/** How boards are reached from here: at their public addresses, unless others are configured. */
export function reachingOf(
  { version, bases }: { version: string; bases: Partial<BoardBases> },
  rules: Partial<GetRules> = {},
): Reaching {
  return {
    bases: { ...PUBLIC_BASES, ...bases },
    rules: { userAgent: `Holdout/${version}`, trusted: [], ...LIMITS, ...rules },
  };
}

/** Postings of the boards that a person named, what they pay, and the applications that came of them. */
export class JobsRoom {
  readonly #deps: JobsDeps;
  readonly #sources: JobSources;
  readonly #postings: JobPostings;
  readonly applications: Applications;

  constructor(deps: JobsDeps) {
    this.#deps = deps;
    this.#sources = new JobSources(deps);
    this.#postings = new JobPostings(deps);
    this.applications = new Applications({ ...deps, postings: this.#postings });
  }

  sources(): Promise<Sources> {
    return this.#sources.list();
  }

  /** Adds a board by its address or short form, without asking it. The reason of a failure is for people. */
  async addSource(address: string): Promise<Result<{ id: string; sources: Sources }, string>> {
    const added = await this.#sources.add(address);
    return added.ok ? ok({ id: added.value, sources: await this.sources() }) : added;
  }

  removeSource(id: string): Promise<Result<Sources, "unknown-board">> {
    return this.#sources.remove(id);
  }

  /** Asks all boards for what they have now, or one of them. */
  async refresh(id?: string): Promise<Result<Refreshed, "unknown-board">> {
    const outcomes = await this.#sources.refresh(id === undefined ? "all" : [id]);
    if (id !== undefined && outcomes.length === 0) return failed("unknown-board");
    return ok({ outcomes, sources: await this.sources() });
  }

  removeSample(): Promise<Sources> {
    return this.#sources.removeSample();
  }

  bringSampleBack(): Promise<Sources> {
    return this.#sources.bringSampleBack();
  }

  search(query: PostingQuery): Promise<PostingList> {
    return this.#postings.list(query);
  }

  posting(id: string): Promise<Result<PostingDetail, "unknown-posting">> {
    return this.#postings.detail(id);
  }

  pay(query: PayQuery): Promise<PayTable> {
    return this.#postings.pay(query);
  }

  exportTo(folder: string): Promise<number> {
    return exportJobs(this.#deps.repo, folder);
  }

  /** Adds what `readExportedJobs` read; doing it twice changes nothing. */
  restore(archived: readonly ArchivedJobs[]): Promise<void> {
    return this.#deps.repo.restore(archived);
  }
}
