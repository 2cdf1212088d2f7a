import { PostingQuery } from "../../../src/features/jobs/schema.ts";

export type JobFilters = Omit<PostingQuery, "from">;

/** Filters out of an address that anyone may have typed: what makes no sense is dropped. */
export function parseJobFilters(search: Record<string, unknown>): JobFilters {
  const { from: _, ...fields } = PostingQuery.shape;
  const read = Object.entries(fields).flatMap(([name, field]) => {
    const value = search[name];
    const parsed = field.safeParse(typeof value === "number" ? String(value) : value);
    return parsed.success && parsed.data !== undefined && parsed.data !== "" ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(read);
}
