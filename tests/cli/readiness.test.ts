import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Readiness } from "../../src/features/plan/schema.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { appendEvidence } from "../../src/shared/evidence/log.ts";
import { openStore } from "../../src/shared/store/store.ts";
import { holdout } from "../support/cli.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

const run = (...args: string[]) => holdout(["readiness", ...args], { HOLDOUT_HOME: folder.path });
const read = (role: string) => JSON.parse(run("--role", role, "--json").out) as Readiness;

test("says that there is not enough evidence, and what would tell most, before anything was done", () => {
  const { overall, rounds } = read("mle");
  expect(overall.holdout).toMatchObject({ rows: 0, enough: false });
  expect(overall.optimism).toBeNull();
  expect(rounds.map(({ kind }) => kind)).toContain("behavioral");
  for (const { narrowedBy } of rounds) expect(narrowedBy.length).toBeLessThanOrEqual(3);
  expect(overall.narrowedBy).toHaveLength(3);
  expect(run("--role", "mle").out).toContain("not enough evidence (0 rows)");
});

test("counts the holdout alone, and shows how much better practice looks", async () => {
  const skills = [...loadBank("content").skills.keys()];
  const store = await openStore({ path: join(folder.path, "holdout.db") });
  const row = (part: "practice" | "holdout", at: number, score: number) => ({
    id: `${part}-${at}`,
    at: new Date().toISOString(),
    who: "local",
    feature: "recall",
    itemId: `${part}-item-${at}`,
    itemVersion: "1",
    skills: [skills[at % skills.length] ?? ""],
    mode: "explain",
    part,
    score,
    standardError: 0.05,
    secondsUsed: 60,
    help: { hints: 0, revealed: false },
    graderVersion: "test",
  });
  const rows = Array.from({ length: 150 }, (_, at) => [row("practice", at, 0.9), row("holdout", at, 0.5)]).flat();
  await appendEvidence(store.db, rows);
  await store.close();
  const { overall } = read("data-scientist");
  expect(overall.holdout.enough).toBe(true);
  expect(overall.holdout.expected).toBeLessThan(0.65);
  expect(overall.optimism).toBeGreaterThan(0.1);
});

test("without a role that of the target is meant, once there is one", () => {
  const role = () => (JSON.parse(run("--json").out) as Readiness).role;
  expect(role()).toBe("mle");
  expect(holdout(["plan", "--role", "ai-engineer", "--keep"], { HOLDOUT_HOME: folder.path }).code).toBe(0);
  expect(role()).toBe("ai-engineer");
  expect(run().out).not.toContain("at the pace of");
  const date = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  holdout(["plan", "--role", "ai-engineer", "--date", date, "--keep"], { HOLDOUT_HOME: folder.path });
  expect(run().out).toContain(`On ${date}, at the pace of the last four weeks`);
});

test("a role that there is not is told with those that there are", () => {
  const ran = run("--role", "poet");
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("data-scientist");
});
