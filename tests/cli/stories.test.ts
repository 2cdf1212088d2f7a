import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StoryFeedback } from "../../src/features/stories/schema.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadPrompts } from "../../src/shared/content/behavioral-bank.ts";
import { holdout } from "../support/cli.ts";
import { ROOT } from "../support/server.ts";
import { STORY, THIN } from "../support/stories.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

function file(text: string, name = "story.txt"): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}
const check = (...args: string[]) => holdout(["stories", "check", ...args]);

test("a story is read from a file, as data or in words; one that does not stand exits with 1", () => {
  const ran = check(file(STORY), "--json");
  expect(ran.code).toBe(0);
  const read = JSON.parse(ran.out) as StoryFeedback;
  expect(read.standing).toMatch(/strong|sound/);
  for (const part of ["situation", "task", "action", "result", "learning"])
    expect(read.sentences.map((each) => each.part)).toContain(part);
  for (const { start, end, text } of read.sentences) expect(STORY.slice(start, end)).toBe(text);
  const thin = check(file(THIN));
  expect(thin.code).toBe(1);
  expect(thin.out).toContain("What would be asked next:");
});

test("wrong usage is told in a sentence", () => {
  const content = join(ROOT, "content");
  const { prompts } = loadPrompts(content, loadBank(content));
  const slug = prompts.find(({ part }) => part === "practice")?.slug ?? "";
  for (const [args, said] of [
    [[], "takes one file"],
    [["nowhere.txt"], "There is no file nowhere.txt"],
    [[folder.path], "is a folder"],
    [[file("  ", "empty.txt")], "is empty"],
    [[file(STORY), "--prompt", slug.slice(0, -1)], `did you mean "${slug}"`],
  ] as const) {
    const ran = check(...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(said);
  }
});

test("a prompt that does not hold together is named by its line", () => {
  const content = join(folder.path, "content");
  writeTinyBank(content);
  mkdirSync(join(content, "behavioral"));
  const path = join(content, "behavioral", "broken.yaml");
  writeFileSync(path, "title: nothing\n");
  const ran = holdout(["content", "check", path], { HOLDOUT_CONTENT: content });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("id: is missing");
});
