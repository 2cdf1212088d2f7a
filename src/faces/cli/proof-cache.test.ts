import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { proofCache } from "./proof-cache.ts";

let root: string;
let recorded: string;
const cacheOf = (fresh: boolean) => proofCache({ root, contentDir: join(root, "content") }, { fresh });
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "holdout-proofs-"));
  recorded = join(root, "content", "proofs");
  mkdirSync(recorded, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

test("a proof made here goes before one that the bank keeps; a broken file is none; a fresh check takes neither", () => {
  writeFileSync(join(recorded, "a.json"), '{"by": "bank"}');
  writeFileSync(join(recorded, "broken.json"), '{"by": ');
  const cache = cacheOf(false);
  expect(cache.find("a")).toEqual({ by: "bank" });
  expect(cache.find("broken")).toBeUndefined();
  expect(cache.find("b")).toBeUndefined();
  cache.keep("a", { by: "here" });
  expect(cache.find("a")).toEqual({ by: "here" });
  expect(cacheOf(true).find("a")).toBeUndefined();
});

test("what is recorded is what was found or made, and what nobody asked for goes", () => {
  writeFileSync(join(recorded, "found.json"), "1");
  writeFileSync(join(recorded, "of-an-older-text.json"), "1");
  const cache = cacheOf(false);
  cache.find("found");
  cache.find("unknown");
  cache.keep("made", 2);
  expect(cache.record()).toBe(2);
  expect(readdirSync(recorded).sort()).toEqual(["found.json", "made.json"]);
  expect(cacheOf(false).find("made")).toBe(2);
});
