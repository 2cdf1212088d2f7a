import { expect, test } from "vitest";
import { payRanges } from "./model/pay-ranges.ts";
import { JOB_ROLES, levelOf, roleOf } from "./model/title.ts";
import { loadSample } from "./sample.ts";

const sample = loadSample("content");

test("the sample is varied: roles, levels, countries, currencies, dates; each with an id of its own", () => {
  expect(sample.length).toBeGreaterThanOrEqual(60);
  expect(new Set(sample.map(({ id }) => id)).size).toBe(sample.length);
  const titles = sample.map(({ published }) => published.title);
  expect(new Set(titles.map(roleOf))).toEqual(new Set(JOB_ROLES));
  expect(new Set(titles.map(levelOf)).size).toBeGreaterThanOrEqual(7);
  expect(new Set(sample.flatMap(({ published }) => published.places)).size).toBeGreaterThan(25);
  expect(
    new Set(sample.flatMap(({ published }) => published.pays.map(({ currency }) => currency))).size,
  ).toBeGreaterThan(8);
  expect(sample.some(({ published }) => published.pays.length === 0)).toBe(true);
});

test("some groups of the sample are large enough for a middle", () => {
  const postings = sample.map(({ id, sourceId, published, firstSeenAt, closedAt }) => ({
    ...published,
    id,
    sourceId,
    firstSeenAt,
    closedAt,
    role: roleOf(published.title),
    level: levelOf(published.title),
  }));
  expect(payRanges(postings, {}).filter(({ median }) => median !== null).length).toBeGreaterThanOrEqual(4);
});

test("a bank without the file has no sample", () => {
  expect(loadSample("tests")).toEqual([]);
});
