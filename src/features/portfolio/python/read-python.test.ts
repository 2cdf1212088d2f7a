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

test.each([
  ["half an answer", `printf '{"facts": ['`],
  ["no answer at all", `printf '{"facts": 3}\\n'`],
  ["words", `echo Killed`],
])("a reader that ends with %s names the source and costs nothing else", async (_, line) => {
  const answer = `echo '{"facts": [["seed", 1, 0, {}]], "imports": [], "failed": false}'`;
  const read = await readPython([pythonFile("a.py", "seed(1)"), pythonFile("b.py", "seed(2)")], {
    python: interpreter(answer, line, "exit 0"),
    timeoutMs: 5_000,
  });
  expect(read.facts.map(({ pattern, file }) => `${pattern} in ${file}`)).toEqual(["seed in a.py"]);
  expect(read.unparsed).toEqual(["b.py"]);
});
