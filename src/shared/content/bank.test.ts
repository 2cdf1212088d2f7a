import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder, writeFiles, writeTinyBank } from "../../../tests/support/tiny-bank.ts";
import { loadBank } from "./bank.ts";
import { describeFault } from "./content-fault.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  writeTinyBank(folder.path);
});
afterEach(() => folder[Symbol.dispose]());

test("a bank is read with its hints, levels, wrong solutions and parts", () => {
  const { problems, faults } = loadBank(folder.path);
  expect(faults).toEqual([]);
  expect(problems.map(({ slug, part }) => `${slug}: ${part}`)).toEqual([
    "double: practice",
    "held: holdout",
    "levels: practice",
    "twice: practice",
  ]);
  expect(problems[0]?.hints).toEqual(["Think.", "Think again,\nfor longer.", "Add it to itself."]);
  expect(problems[0]?.wrong.map(({ name }) => name)).toEqual(["squares.py"]);
  expect(problems[2]?.levelTexts).toEqual(["Now halve as well.\n"]);
});

test("a version changes with any file of its problem, and with nothing else", () => {
  const versions = () => loadBank(folder.path).problems.map(({ version }) => version);
  const before = versions();
  writeFiles(folder.path, { "coding/double/__pycache__/x.pyc": "cache", "coding/double/.swp": "hidden" });
  expect(versions()).toEqual(before);
  writeFiles(folder.path, { "coding/double/tests.py": "changed" });
  expect(versions()[0]).not.toBe(before[0]);
  expect(versions().slice(1)).toEqual(before.slice(1));
});

test("an item with faults is left out and told of, the others work", () => {
  writeFiles(folder.path, { "coding/double/item.yaml": "id: 1\ntitel: x\n" });
  rmSync(join(folder.path, "coding/double/hints.md"));
  const { problems, faults } = loadBank(folder.path);
  expect(problems.map(({ slug }) => slug)).toEqual(["held", "levels", "twice"]);
  const said = faults.map(describeFault).join("\n");
  expect(said).toContain("hints.md:1: the file is missing");
  expect(said).toContain('unknown key "titel"; did you mean "title"?');
});

test("unknown skills and roles, and an id used twice, are told with what was meant", () => {
  const { item } = loadBank(folder.path).problems[0] ?? {};
  const yaml = `id: ${item?.id}\ntitle: Again\nkind: implement\nskills: [coding.array]\ndifficulty: 1\nminutes: 5\ntier: python\nroles: [ml]\n`;
  writeFiles(folder.path, { "coding/levels/item.yaml": yaml });
  const said = loadBank(folder.path).faults.map(describeFault).join("\n");
  expect(said).toContain('item.yaml:4: skills: there is no "coding.array"; did you mean "coding.arrays"?');
  expect(said).toContain('item.yaml:8: roles: there is no "ml"; did you mean "mle"?');
  expect(said).toContain("levels has the id of double");
});
