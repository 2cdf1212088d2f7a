import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import settings from "../python/reader/settings.json" with { type: "json" };
import { CHOICES } from "./choices.ts";
import { DATA } from "./data-and-features.ts";
import { EVALUATION } from "./doubtful-evaluation.ts";
import { MODELS } from "./models-and-training.ts";
import { PHRASES } from "./phrases.ts";
import { REST } from "./retrieval-and-code.ts";
import { ENGINEERING } from "./training-and-serving.ts";

const READER = join(import.meta.dirname, "../python/reader");
const noted = (source: string) =>
  [...source.matchAll(/"([a-z\d]+(?:-[a-z\d]+)*)"/g)].map(([, pattern = ""]) => pattern);
const source = (path: string) => readFileSync(join(READER, path), "utf8");

test("every phrase is for a pattern that the reader notes", () => {
  const patterns = new Set([
    ...globSync("**/*.py", { cwd: READER }).flatMap((path) => noted(source(path))),
    ...Object.keys(settings),
  ]);
  expect(Object.keys(PHRASES).filter((pattern) => !patterns.has(pattern))).toEqual([]);
});

test("no pattern has two phrases", () => {
  const keys = [CHOICES, DATA, EVALUATION, MODELS, REST, ENGINEERING].flatMap((each) => Object.keys(each));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(keys.sort()).toEqual(Object.keys(PHRASES).sort());
});

test("every leak is asked about", () => {
  const leaks = noted(source("patterns/leaks.py")).filter((each) => each.includes("-"));
  expect(leaks).toContain("fit-before-split");
  expect(leaks.filter((pattern) => PHRASES[pattern] === undefined)).toEqual([]);
});

test.each(["fit-before-split", "select-before-split", "resample-before-split", "impute-before-split"])(
  "%s names the line that divides the rows",
  (pattern) => {
    const values = { made: "StandardScaler", data: "X", line: "line 12", by: "train_test_split" };
    expect(PHRASES[pattern]?.ask("`train.py:8`", values)).toContain("`train_test_split` in line 12");
    expect(PHRASES[pattern]).toMatchObject({ telling: 5, family: "leak" });
  },
);

test("a share above one half is what is trained on, not what is held out", () => {
  const ask = (value: string) => PHRASES["test-size"]?.ask("`train.py:8`", { value });
  expect(ask("0.2")).toContain("holds out 0.2");
  expect(ask("0.8")).toContain("keeps 0.8 for training");
});
