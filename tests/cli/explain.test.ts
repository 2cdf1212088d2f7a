import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckedExplanation } from "../../src/features/explain/schema.ts";
import { holdout } from "../support/cli.ts";
import { DRILL, listenerNamed, writeManyDrills, writeOneDrill } from "../support/explain-drills.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";

const EXECUTIVE = listenerNamed("executive");
let folder: ReturnType<typeof temporaryFolder>;
let env: Record<string, string>;
beforeAll(() => {
  folder = temporaryFolder();
  const content = join(folder.path, "content");
  env = { HOLDOUT_HOME: join(folder.path, "home"), HOLDOUT_CONTENT: content };
  writeTinyBank(content);
  writeOneDrill(content);
});
afterAll(() => folder[Symbol.dispose]());

function answer(text: string): string {
  const path = join(folder.path, "answer.txt");
  writeFileSync(path, text);
  return path;
}
const check = (...args: string[]) => holdout(["explain", "check", ...args], env);

test("an explanation is read from a file, as data or in words; a weak one exits with 1", () => {
  const strong = ["--audience", "executive", "--answer", answer(EXECUTIVE.answers.strong.text)];
  const ran = check(DRILL, ...strong, "--json");
  expect(ran.code).toBe(0);
  const { reading, criteria, nextAsk } = JSON.parse(ran.out) as CheckedExplanation;
  expect(reading.score).toBeGreaterThan(0.8);
  expect(criteria.map(({ id }) => id)).toEqual(EXECUTIVE.rubric.map(({ id }) => id));
  expect(nextAsk).toContain("one figure next quarter");
  const weak = check(DRILL, "--audience", "executive", "--answer", answer("Our recall is 0.7, and the F1 is fine."));
  expect(weak.code).toBe(1);
  expect(weak.out).toContain("Not known to them: recall. Say: how much of the fraud we catch");
});

test("wrong usage is told in a sentence", () => {
  const file = answer("x");
  for (const [args, said] of [
    [["precision-and-recal", "--audience", "executive"], "did you mean"],
    [[DRILL, "--answer", file], "--audience executive | product-manager | junior"],
    [[DRILL, "--audience", "executive", "--answer", "nowhere.txt"], "There is no file nowhere.txt"],
  ] as const) {
    const ran = check(...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(said);
  }
});

test("the proof of a drill names what does not hold", () => {
  const content = join(folder.path, "other");
  writeTinyBank(content);
  writeManyDrills(content, 1);
  const path = join(content, "explain", "drill-1.yaml");
  const proven = holdout(["content", "check", path], { ...env, HOLDOUT_CONTENT: content });
  expect(proven.out).toContain("skills: there is no");
  writeFileSync(path, "title: nothing\n");
  const broken = holdout(["content", "check", path], env);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain("id: is missing");
});
