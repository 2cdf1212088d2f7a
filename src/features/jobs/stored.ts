import { z } from "zod";
import { Application, Outcome, Published, SourceKind } from "./schema.ts";

/** A board as it is kept. "sample" stands for the invented postings, and is kept only once they were removed. */
export const StoredSource = z.strictObject({
  id: z.string(),
  kind: z.union([SourceKind, z.literal("sample")]),
  board: z.string(),
  addedAt: z.iso.datetime(),
  askedAt: z.iso.datetime().nullable(),
  fetchedAt: z.iso.datetime().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  outcome: Outcome.nullable(),
});
export type StoredSource = z.infer<typeof StoredSource>;

export const StoredPosting = z.strictObject({
  id: z.string(),
  sourceId: z.string(),
  published: Published,
  firstSeenAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type StoredPosting = z.infer<typeof StoredPosting>;

/** Everything of jobs as `export` writes it: a file a board with its postings, and one for the applications. */
export const ArchivedJobs = z.union([
  z.strictObject({ source: StoredSource.nullable(), postings: z.array(StoredPosting) }),
  z.strictObject({ applications: z.array(Application) }),
]);
export type ArchivedJobs = z.infer<typeof ArchivedJobs>;
