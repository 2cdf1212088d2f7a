import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findLeaks } from "../find-leaks.ts";
import { earlierFiles } from "./earlier-files.ts";

let gitDir: string;
beforeEach(() => {
  gitDir = mkdtempSync(join(tmpdir(), "holdout-earlier-"));
});
afterEach(() => rmSync(gitDir, { recursive: true, force: true }));

const lineage = [{ commit: "a".repeat(40), parent: "b".repeat(40) }];

/** A Git that says something, marks that it was asked, and never comes to an end. */
function slowGit(said = ""): { program: string; env: Record<string, string> } {
  const program = join(gitDir, "slow-git");
  writeFileSync(program, `#!/bin/sh\nprintf '${said}'\nexec sleep 600\n`);
  chmodSync(program, 0o755);
  return { program, env: { PATH: process.env.PATH ?? "" } };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function read(timeoutMs: number, git = slowGit()) {
  const { files, isCut } = earlierFiles({ git, gitDir }, lineage, timeoutMs);
  return { files: await all(files), isCut: isCut() };
}

test("where no time is left Git is not asked, and it is said", async () => {
  expect(await read(0, { program: "/nonexistent/git", env: {} })).toEqual({ files: [], isCut: true });
});

test("a Git that does not come to an end is ended, and it is said", async () => {
  expect(await read(200)).toEqual({ files: [], isCut: true });
  // what a bound broke off is no path of a version
  const broken = `${"a".repeat(40)}\\0:100644 000000 ${"c".repeat(40)} ${"0".repeat(40)} D\\0.en`;
  expect(await read(200, slowGit(broken))).toEqual({ files: [], isCut: true });
});

test("without a history nothing is cut", async () => {
  const { files, isCut } = earlierFiles({ git: slowGit(), gitDir }, [], 0);
  expect(await all(files)).toEqual([]);
  expect(isCut()).toBe(false);
});

test.each([
  [
    true,
    ["Not all earlier versions of files were searched for secrets: they are too many for the time and the memory."],
  ],
  [false, []],
])("a search of the history that was cut (%s) is a limit in words", async (cut, limits) => {
  const repository = {
    files: [],
    read: async () => undefined,
    head: async () => undefined,
    history: { commits: [], more: false },
    earlier: () => ({ files: (async function* () {})(), isCut: () => cut }),
  };
  expect(await findLeaks(repository, { texts: new Map(), notebooks: [] }, 1_000)).toMatchObject({ leaks: [], limits });
});
