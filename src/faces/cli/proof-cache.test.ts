import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { codeVersion, proofCache } from "./proof-cache.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "holdout-proofs-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("a proof made here goes before one that the repository keeps; a broken file is none", () => {
  const recorded = join(root, "content", "proofs");
  mkdirSync(recorded, { recursive: true });
  writeFileSync(join(recorded, "a.json"), '{"by": "repository"}');
  writeFileSync(join(recorded, "broken.json"), '{"by": ');
  const cache = proofCache<{ by: string }>(root);
  expect(cache.find("a")).toEqual({ by: "repository" });
  expect(cache.find("broken")).toBeUndefined();
  expect(cache.find("b")).toBeUndefined();
  cache.keep("a", { by: "here" });
  expect(cache.find("a")).toEqual({ by: "here" });
});

test("code that changes has another version, its tests do not count", () => {
  const write = (name: string, text: string) => {
    mkdirSync(join(root, "src", "deep"), { recursive: true });
    writeFileSync(join(root, "src", name), text);
  };
  write("a.ts", "1");
  write("deep/b.json", "{}");
  const before = codeVersion(root, ["src"]);
  write("a.test.ts", "a test");
  expect(codeVersion(root, ["src"])).toBe(before);
  write("deep/b.json", '{"a": 1}');
  const changed = codeVersion(root, ["src"]);
  expect(changed).not.toBe(before);
  write("a.ts", "2");
  expect(codeVersion(root, ["src"])).not.toBe(changed);
});
