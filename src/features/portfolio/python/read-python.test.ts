import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../../../tests/support/tiny-bank.ts";
import { pythonFile } from "../repository/python-source.ts";
import { readPython } from "./read-python.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

/** An interpreter that does what these lines of the shell do. */
function interpreter(...lines: string[]): string {
  const path = join(folder.path, "python");
  writeFileSync(path, ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  return path;
}

const SEED = `echo '{"facts": [["seed", 1, 0, {}]], "imports": [], "failed": false}'`;

test.each([
  ["half an answer", `printf '{"facts": ['`],
  ["no answer at all", `printf '{"facts": 3}\\n'`],
  ["words", `echo Killed`],
])("a reader that ends with %s names the source and costs nothing else", async (_, line) => {
  const read = await readPython([pythonFile("a.py", "seed(1)"), pythonFile("b.py", "seed(2)")], {
    python: interpreter("echo", SEED, line, "exit 0"),
    timeoutMs: 5_000,
  });
  expect(read.facts.map(({ pattern, file }) => `${pattern} in ${file}`)).toEqual(["seed in a.py"]);
  expect(read.unparsed).toEqual(["b.py"]);
});

test("an interpreter that is slow to start is not taken for one that is stuck", async () => {
  const python = interpreter("sleep 1", "echo", SEED);
  const read = await readPython([pythonFile("a.py", "seed(1)")], { python, timeoutMs: 20_000, stuckAfterMs: 400 });
  expect(read.facts).toHaveLength(1);
});

test("a source that takes too long once the reader is up is left out", async () => {
  const python = interpreter("echo", "exec sleep 20");
  const read = await readPython([pythonFile("a.py", "seed(1)")], { python, timeoutMs: 20_000, stuckAfterMs: 400 });
  expect(read).toMatchObject({ facts: [], unparsed: [], unread: ["a.py"] });
});

test("a source that is too long is told as that, and one text is read once for all files that have it", async () => {
  const long = pythonFile("long.py", "x = 1\n".repeat(200_000));
  const sources = [long, pythonFile("a.py", "seed(1)"), pythonFile("b.py", "seed(1)")];
  const read = await readPython(sources, { python: interpreter("echo", SEED), timeoutMs: 20_000 });
  expect(read.facts.map(({ file }) => file)).toEqual(["a.py", "b.py"]);
  expect(read).toMatchObject({ unparsed: [], unread: [], oversized: ["long.py"] });
});
