import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holdout } from "../support/cli.ts";
import { temporaryFolder, writeFiles, writeTinyBank } from "../support/tiny-bank.ts";
import { REFERENCE, writeTinyCase } from "../support/tiny-case.ts";

let bank: ReturnType<typeof temporaryFolder>;
let env: Record<string, string>;

beforeAll(() => {
  bank = temporaryFolder();
  writeTinyBank(bank.path);
  env = { HOLDOUT_CONTENT: bank.path };
});
afterAll(() => bank[Symbol.dispose]());

test("a new problem is made for every kind, is judged at once, and the proof says what it lacks", () => {
  for (const kind of ["implement", "optimise", "debug", "progressive"]) {
    const { code, out } = holdout(["content", "new", "coding", `my-${kind}`, "--kind", kind], env);
    expect(code, out).toBe(0);
    const solution = join(bank.path, "coding", `my-${kind}`, "solution.py");
    const judged = holdout(["judge", `my-${kind}`, solution], env);
    expect(judged.code, judged.out).toBe(0);
  }
  const { code, out } = holdout(["content", "check", join(bank.path, "coding", "my-implement"), "--json"], env);
  expect(code).toBe(1);
  expect(JSON.parse(out).failed).toEqual([
    { id: "my-implement", reasons: ["1 wrong solutions, at least 4 are asked"] },
  ]);
});

test("a slug that is none, is taken, or is missing is said in a sentence", () => {
  const said = (...args: string[]) => {
    const { code, err } = holdout(["content", "new", ...args], env);
    expect(code).toBe(2);
    return err;
  };
  expect(said("coding", "../etc")).toContain("is no slug");
  expect(said("coding", "double")).toContain("exists already");
  expect(said("coding")).toContain("coding SLUG");
  expect(said("coding", "fine", "--kind", "quiz")).toContain('There is no kind "quiz"');
  expect(existsSync(join(bank.path, "coding", "fine"))).toBe(false);
});

test("a PyTorch variant is proven where torch is, and else skipped with its reason", () => {
  writeFiles(join(bank.path, "coding", "double", "torch"), {
    "prompt.md": "In PyTorch.\n",
    "starter.py": "# nothing yet\n",
    "solution.py": "# nothing needed\n",
    "tests.py": 'from holdout_judge import case\n\n\n@case(why="it runs")\ndef runs(sol):\n    pass\n',
  });
  const { out } = holdout(["content", "check", join(bank.path, "coding", "double"), "--json"], env);
  const { items, failed, skipped } = JSON.parse(out);
  expect(items).toBe(2);
  const told = [...failed, ...skipped].find(({ id }) => id === "double-torch");
  expect(JSON.stringify(told)).toMatch(/torch is not installed here|0 wrong solutions, at least 2/);
});

test("a design case is proven by runs, from the cache the second time, and a flaw that is none is told", () => {
  writeTinyCase(bank.path);
  const check = (...args: string[]) =>
    holdout(["content", "check", join(bank.path, "designs", "tiny-rows"), ...args], env);
  const fresh = check("--seeds", "1", "--json", "--fresh");
  expect(fresh.code, fresh.err).toBe(0);
  expect(JSON.parse(fresh.out)).toMatchObject({
    items: 1,
    failed: [],
    designs: { runs: 5, perCase: [{ prompts: 9 }] },
  });
  expect(fresh.err).toContain("tiny-rows/slow, seed 1: misses fast");
  expect(check("--seeds", "1").err).toBe("");
  expect(check("--record")).toMatchObject({ code: 2, err: expect.stringContaining("the whole bank") });
  writeFiles(join(bank.path, "designs", "tiny-rows"), {
    "flawed/alone.design": `# misses: cheap — it is not dear\n${REFERENCE}`,
  });
  const { code, out } = check("--seeds", "1");
  expect(code).toBe(1);
  expect(out).toContain("flawed/alone meets cheap, which it must miss (seeds 1)");
  expect(check("--seeds", "few")).toMatchObject({ code: 2, err: expect.stringContaining("--seeds") });
});

test("what was proven of the whole bank is kept in it", () => {
  const { err } = holdout(["content", "check", "--seeds", "1", "--record"], env);
  const kept = readdirSync(join(bank.path, "proofs"));
  expect(kept.filter((name) => name.startsWith("run-"))).toHaveLength(5); // the one added is the reference under another name
  expect(err).toContain(`${kept.length} proofs are kept`);
});
