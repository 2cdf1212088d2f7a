import { PayQuery } from "../../../../src/features/jobs/schema.ts";

export type PayFilters = PayQuery;

/** Filters out of an address that anyone may have typed: what makes no sense is dropped. */
export function parsePayFilters(search: Record<string, unknown>): PayFilters {
  const read = Object.entries(PayQuery.shape).flatMap(([name, field]) => {
    const parsed = field.safeParse(search[name]);
    return parsed.success && parsed.data !== undefined && parsed.data !== "" ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(read);
}
