import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Verdict } from "../../src/features/coding/schema.ts";
import { holdout } from "../support/cli.ts";
import { temporaryFolder, writeFiles, writeTinyBank } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
let env: Record<string, string>;
const at = (name: string) => join(folder.path, name);
beforeAll(() => {
  folder = temporaryFolder();
  env = { HOLDOUT_CONTENT: at("content"), HOLDOUT_HOME: at("home") };
  writeTinyBank(at("content"));
  writeFiles(folder.path, {
    "good.py": "def double(x):\n    return x + x\n",
    "squares.py": "def double(x):\n    print('x is', x)\n    return x * x\n",
    "nul.py": "def double(x):\0",
  });
  writeFileSync(
    at("noise.py"),
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) % 256),
  );
  writeFileSync(at("large.py"), "#".repeat(10_000_000));
  mkdirSync(at("empty"));
});
afterAll(() => folder[Symbol.dispose]());

test("an accepted solution exits with 0, a wrong one with 1 and says why and what is believed", () => {
  const good = holdout(["judge", "double", at("good.py")], env);
  expect(good).toMatchObject({ code: 0, err: "" });
  expect(good.out).toContain("✓ accepted  2 of 2 tests passed");
  const wrong = holdout(["judge", "double", at("squares.py")], env);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain("✕ negative  a negative number stays negative");
  expect(wrong.out).not.toContain("✓ example");
  expect(wrong.out).toContain("2 * 2 and 2 ** 2 agree");
});

test("--debug shows each test and what was printed", () => {
  const { out } = holdout(["judge", "double", at("squares.py"), "--debug"], env);
  expect(out).toContain("✓ example");
  expect(out).toContain("x is 2");
});

test("--json gives the verdict of a folder outside the bank as data", () => {
  const { code, out } = holdout(["judge", "--problem", at("content/coding/double"), at("squares.py"), "--json"], env);
  expect(code).toBe(1);
  expect(Verdict.parse(JSON.parse(out))).toMatchObject({
    verdict: "wrong-answer",
    tests: [
      { name: "example", status: "passed" },
      { name: "negative", status: "failed" },
    ],
    misconception: { id: "squares" },
  });
});

test("what is no solution is refused with 2 and a sentence, never a stack", () => {
  const said = (args: string[]) => {
    const { code, err } = holdout(args, env);
    expect(code).toBe(2);
    expect(err).not.toMatch(/^\s+at /m);
    return err;
  };
  expect(said(["judge", "double", at("noise.py")])).toContain("not UTF-8");
  expect(said(["judge", "double", at("nul.py")])).toContain("NUL");
  expect(said(["judge", "double", at("large.py")])).toContain("10.0 MB");
  expect(said(["judge", "double", at("nosuch.py")])).toContain("no file");
  expect(said(["judge", "double", at("empty")])).toContain("folder");
  expect(said(["judge", "duoble", at("good.py")])).toContain('Did you mean "double"?');
  expect(said(["judge", "double"])).toContain("SLUG FILE");
  expect(said(["judge", "double-torch", at("good.py")])).toContain('There is no problem "double-torch"');
});

test("a malformed problem folder is told with every fault at its line", () => {
  writeFiles(at("broken"), { "item.yaml": "id: 7\ntitel: x\n", "tests.py": "" });
  const { code, err } = holdout(["judge", "--problem", at("broken"), at("good.py")], env);
  expect(code).toBe(2);
  expect(err).toContain("item.yaml:1: id: invalid input: expected string");
  expect(err).toContain('item.yaml:2: unknown key "titel"; did you mean "title"?');
  expect(err).toContain("solution.py:1: the file is missing");
});
