import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../../tests/support/server.ts";
import { temporaryFolder, writeFiles } from "../../../tests/support/tiny-bank.ts";
import { readAssisted } from "./assisted-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

test("no piece may be called as all of them together are", () => {
  const script = readFileSync(join(ROOT, "content", "assisted", "retrieval-fusion.yaml"), "utf8");
  writeFiles(folder.path, { "script.yaml": script.replaceAll(/\bweights\b(?=\s*$|[\],])/gm, "whole") });
  const read = readAssisted(join(folder.path, "script.yaml"));
  expect(read).toMatchObject({ ok: false });
  expect(JSON.stringify(read)).toContain("stands for all pieces at once");
});
