import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tailoring } from "../../src/features/tailoring/schema.ts";
import { holdout } from "../support/cli.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

function match(text: string, ...more: string[]) {
  const file = join(folder.path, "posting.txt");
  writeFileSync(file, text);
  return holdout(["jobs", "match", file, ...more], { HOLDOUT_HOME: folder.path });
}

const POSTING = "Senior Data Scientist\n\nYou run A/B tests, write SQL and explain results to executives.";

test("a posting is read as data and as text; one of other work ends in 1", () => {
  const ran = match(POSTING, "--json");
  expect(ran.code).toBe(0);
  const read = JSON.parse(ran.out) as Tailoring;
  expect([read.role.id, read.level.id]).toEqual(["data-scientist", "senior"]);
  expect(read.skills.map(({ id }) => id)).toEqual(expect.arrayContaining(["evaluation.ab-testing", "data.sql"]));
  expect((JSON.parse(match(POSTING, "--role", "mle", "--json").out) as Tailoring).role.weighedAs).toBe("mle");
  expect(match(POSTING).out).toContain("“SQL”");
  const other = match("Barista, weekends. You make espresso and like people.");
  expect(other.code).toBe(1);
  expect(other.out).toContain("does not read as a posting");
});

test("what would speak to the terminal is shown with a mark", () => {
  const { out } = match(POSTING.replace("Senior", "Senior \u001b]0;owned\u0007"));
  expect(out).toContain("\uFFFD]0;owned\uFFFD");
  expect(out).not.toContain("\u001b");
});

test("wrong usage is told", () => {
  expect(match(POSTING, "--role", "data-scientits").err).toContain('did you mean "data-scientist"');
  expect(holdout(["jobs", "match", "no-such-file"], {}).code).toBe(2);
  expect(holdout(["jobs", "match"], {}).code).toBe(2);
});
