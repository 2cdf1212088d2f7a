import { expect, test } from "vitest";
import type { CaseSummary } from "../types.ts";
import { nextCase } from "./next-case.ts";

const made = (slug: string, rest: Partial<CaseSummary> = {}): CaseSummary => ({
  slug,
  title: slug,
  kind: "rag",
  skills: [],
  difficulty: 3,
  minutes: 60,
  roles: [],
  brief: "",
  attempts: 0,
  bestScore: null,
  lastScore: null,
  open: null,
  ...rest,
});

test("an open attempt comes before everything new", () => {
  const found = nextCase([made("new"), made("begun", { open: "1" })]);
  expect(found).toMatchObject({ case: { slug: "begun" }, verb: "Go on" });
});

test("what is new comes before what is done, the easier first", () => {
  const done = made("done", { attempts: 1, bestScore: 0.1, difficulty: 1 });
  expect(nextCase([done, made("hard", { difficulty: 5 }), made("fair", { difficulty: 2 })])?.case.slug).toBe("fair");
});

test("when all are done the lowest score comes again", () => {
  const done = (slug: string, bestScore: number) => made(slug, { attempts: 1, bestScore });
  expect(nextCase([done("a", 0.8), done("b", 0.5)])?.case.slug).toBe("b");
  expect(nextCase([])).toBeUndefined();
});
