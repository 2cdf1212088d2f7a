import { expect, test } from "vitest";
import { PayQuery, PostingQuery } from "../../../src/features/jobs/schema.ts";
import { parseJobFilters, parsePayFilters } from "./filters.ts";

const TYPED = [
  ...["", "any-ai", "mle", "staff", "hybrid", "shown", "place", "90000 EUR", "90000", "2026-11-27", "2026-02-30"],
  ...["20261127", "2026-13-01", "a".repeat(81), "a".repeat(101), "a".repeat(201), 2026, true, null, ["mle"], {}],
];

test("an address keeps what the server takes, drops the rest, and nothing else", () => {
  const { from: _, ...fields } = PostingQuery.shape;
  const taken = (schemas: typeof fields | typeof PayQuery.shape, typed: unknown) => {
    const asText = typeof typed === "number" ? String(typed) : typed;
    const kept = Object.entries(schemas).filter(([, field]) => field.safeParse(asText).success && asText !== "");
    return Object.fromEntries(kept.map(([name]) => [name, asText]));
  };
  for (const typed of TYPED) {
    const search = Object.fromEntries([...Object.keys(fields), "by", "other"].map((name) => [name, typed]));
    expect(parseJobFilters(search), String(typed)).toEqual(taken(fields, typed));
    expect(parsePayFilters(search), String(typed)).toEqual(taken(PayQuery.shape, typed));
  }
});
