import { PAY_ASKED } from "../../../src/features/jobs/model/pay-asked.ts";
import { JOB_ROLES, LEVELS } from "../../../src/features/jobs/model/title.ts";
import type { PayQuery, PostingQuery } from "../../../src/features/jobs/schema.ts";
import { WORKPLACE_NAMES } from "./wording.ts";

export type JobFilters = Omit<PostingQuery, "from">;
export type PayFilters = PayQuery;
type Search = Record<string, unknown>;

// Every page loads this with its routes, so the schema, which would bring Zod along, is not asked here.

/** Filters out of an address that anyone may have typed: what makes no sense is dropped. */
export function parseJobFilters(search: Search): JobFilters {
  return told<JobFilters>({
    text: text(search.text, 200),
    role: oneOf(["any-ai", ...JOB_ROLES], search.role),
    level: oneOf(LEVELS, search.level),
    place: text(search.place, 100),
    workplace: oneOf(WORKPLACES, search.workplace),
    pay: fitting(PAY_ASKED, search.pay),
    since: isDay(search.since) ? search.since : undefined,
    source: text(search.source, 80),
    closed: oneOf(["shown"], search.closed),
  });
}

export function parsePayFilters(search: Search): PayFilters {
  return told<PayFilters>({
    role: oneOf(JOB_ROLES, search.role),
    level: oneOf(LEVELS, search.level),
    place: text(search.place, 100),
    by: oneOf(["place"], search.by),
  });
}

const WORKPLACES = Object.keys(WORKPLACE_NAMES) as (keyof typeof WORKPLACE_NAMES)[];

function text(value: unknown, most: number): string | undefined {
  // what looks like a number comes out of an address as one
  const said = typeof value === "number" ? String(value) : value;
  return typeof said === "string" && said !== "" && said.length <= most ? said : undefined;
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((each) => each === value);
}

function fitting(shape: RegExp, value: unknown): string | undefined {
  return typeof value === "string" && shape.test(value) ? value : undefined;
}

/** "2026-11-27", and no 30th of February. */
function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(+day) && day.toISOString().startsWith(value);
}

function told<T extends object>(filters: { [Name in keyof T]-?: T[Name] | undefined }): T {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as T;
}
