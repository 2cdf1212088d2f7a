import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Today } from "../../src/features/plan/schema.ts";
import { holdout } from "../support/cli.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

const run = (...args: string[]) => holdout(["plan", ...args], { HOLDOUT_HOME: folder.path });

test("without a role it is said how to name one, and nothing is kept by asking", () => {
  expect(run()).toMatchObject({ code: 2, err: expect.stringContaining("--role") });
  const { days, target } = JSON.parse(run("--role", "ai-engineer", "--hours", "14", "--json").out) as Today;
  expect(target).toMatchObject({ role: "ai-engineer", hoursAWeek: 14 });
  expect(days).toHaveLength(14);
  expect(days[0]?.sessions.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(120);
  expect(run().code).toBe(2);
  // no role is chosen for anybody
  expect(run("--date", "none", "--keep")).toMatchObject({ code: 2, err: expect.stringContaining("--role") });
});

test("a kept target is planned for, in the minutes there are, and written as a calendar", () => {
  expect(run("--role", "mle", "--keep")).toMatchObject({ code: 0 });
  const { days } = JSON.parse(run("--minutes", "10", "--json").out) as Today;
  expect(days[0]?.sessions).toHaveLength(1);
  expect(run("--minutes", "25").out).toContain("ML Engineer");
  const file = join(folder.path, "plan.ics");
  expect(run("calendar", file)).toMatchObject({ code: 0 });
  expect(readFileSync(file, "utf8")).toMatch(/^BEGIN:VCALENDAR[\s\S]*UID:plan-[\s\S]*END:VCALENDAR\s*$/);
});

test.each([
  [["--role", "poet"], "data-scientist"],
  [["--date", "2020-01-01"], "past"],
  [["--date", "soon"], "2026-12-24"],
  [["--hours", "200"], "at most 80"],
  [["--hours", "many"], "--hours takes"],
  [["--minutes", "none"], "--minutes takes"],
  [["--keep"], "--keep keeps"],
  [["plan.ics"], "calendar FILE"],
])("%s is refused with what would do", (args, said) => {
  expect(run(...args)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
});
