import type { Clock } from "../../lib/clock.ts";
import type { BoardBases } from "./boards/board-address.ts";
import type { GetRules } from "./boards/get.ts";
import type { PostingReading, Standings } from "./model/match.ts";
import type { JobsRepo } from "./repo.ts";
import type { StoredPosting } from "./stored.ts";

/** What compares a posting with a candidate: a reader of postings, and what is known of the candidate. */
export type Matching = {
  /** Asked again for the same texts with each page of postings: it had better remember. */
  readPosting: (text: string) => PostingReading;
  standings: () => Promise<Standings>;
  titleOf: (skill: string) => string;
};

/** How boards are reached. */
export type Reaching = { bases: BoardBases; rules: GetRules };

/** What the jobs room stands on. Without `matching` postings are shown without a match. */
export type JobsDeps = {
  repo: JobsRepo;
  reaching: Reaching;
  /** The invented postings; asking reads them. */
  sample: () => readonly StoredPosting[];
  matching?: Matching;
  clock: Clock;
};
