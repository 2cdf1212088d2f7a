import { z } from "zod";
import { Origin, ProjectKind, Scan, Told } from "./schema.ts";

/** A project as it is kept. */
export const StoredProject = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: ProjectKind,
  origin: Origin,
  told: Told,
  /** Its place in the list and on the site, from 0. */
  place: z.int(),
  addedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type StoredProject = z.infer<typeof StoredProject>;

export const StoredScan = z.strictObject({
  id: z.string(),
  projectId: z.string(),
  scannedAt: z.iso.datetime(),
  scan: Scan,
});
export type StoredScan = z.infer<typeof StoredScan>;

/** Everything of the portfolio as `export` writes it: a file a project, and one for the CV. */
export const Archived = z.union([
  z.strictObject({ project: StoredProject, scans: z.array(StoredScan) }),
  z.strictObject({ resume: z.string(), updatedAt: z.iso.datetime() }),
]);
export type Archived = z.infer<typeof Archived>;
