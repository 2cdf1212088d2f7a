import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTinyApp } from "../../../tests/support/real-app.ts";
import { temporaryFolder } from "../../../tests/support/tiny-bank.ts";
import { readEvidence } from "../../shared/evidence/log.ts";
import type { SubmissionEvent } from "./schema.ts";

// One app with the real judge for the whole file: tests below use problems and submissions of their own.
let folder: ReturnType<typeof temporaryFolder>;
let app: Awaited<ReturnType<typeof openTinyApp>>;
beforeAll(async () => {
  folder = temporaryFolder();
  app = await openTinyApp(folder.path);
});
afterAll(async () => {
  await app.close();
  folder[Symbol.dispose]();
});

const GOOD = "def double(x):\n    return x + x\n";
const SQUARES = "def double(x):\n    return x * x\n";

async function submitted(slug: string, code: string, mode: "run" | "submit" = "submit"): Promise<SubmissionEvent[]> {
  const accepted = await app.coding.submit({ slug, code, mode, secondsUsed: 30 });
  if (!accepted.ok) throw new Error(accepted.reason);
  const events: SubmissionEvent[] = [];
  for await (const event of accepted.value.events) events.push(event);
  return events;
}
const verdictIn = (events: SubmissionEvent[]) => events.find((event) => event.event === "verdict")?.data;
const idIn = (events: SubmissionEvent[]) => events.find((event) => event.event === "accepted")?.data.submissionId ?? "";
const detail = async (slug: string) => {
  const found = await app.coding.problem(slug);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

test("practice never shows a held-out problem, but says how many there are", async () => {
  const { problems, heldOut } = await app.coding.problems();
  expect(problems.map(({ slug }) => slug)).toEqual(["double", "levels", "twice"]);
  expect(heldOut).toBe(1);
  expect(await app.coding.problem("held")).toEqual({ ok: false, reason: "unknown-problem" });
  expect(await app.coding.submit({ slug: "held", code: GOOD, mode: "run", secondsUsed: 1 })).toMatchObject({
    ok: false,
  });
});

test("a wrong answer streams its tests, shows the misconception and is kept with its evidence", async () => {
  const events = await submitted("double", SQUARES);
  expect(events.map(({ event }) => event)).toEqual(["accepted", "started", "test", "test", "verdict", "reading"]);
  expect(verdictIn(events)).toMatchObject({ verdict: "wrong-answer", misconception: { id: "squares" } });
  expect((await detail("double")).state).toBe("attempted");
  const kept = await app.coding.submission(idIn(events));
  expect(kept).toMatchObject({
    ok: true,
    value: { slug: "double", code: SQUARES, verdict: "wrong-answer", passed: 1, total: 2 },
  });
  const evidence = (await readEvidence(app.store.db)).find(({ id }) => id === idIn(events));
  expect(evidence).toMatchObject({ score: 0.25, part: "practice", skills: ["coding.arrays"], secondsUsed: 30 });
});

test("the code reading comes after the verdict and is kept beside it", async () => {
  const events = await submitted("twice", `import os\n\n\n${GOOD}`, "run");
  expect(events.at(-1)).toMatchObject({ event: "reading", data: { findings: [{ line: 1, rule: "F401" }] } });
  expect(await app.coding.submission(idIn(events))).toMatchObject({ value: { reading: [{ line: 1, rule: "F401" }] } });
});

test("a run of the visible tests leaves no evidence and solves nothing", async () => {
  const events = await submitted("double", GOOD, "run");
  expect(verdictIn(events)).toMatchObject({ verdict: "accepted" });
  expect((await readEvidence(app.store.db)).some(({ id }) => id === idIn(events))).toBe(false);
  expect((await detail("double")).state).toBe("attempted");
});

test("hints come one by one, are remembered, cost, and end", async () => {
  expect(await app.coding.takeHint("double")).toEqual({ ok: true, value: { index: 1, text: "Think.", cost: 0.05 } });
  await app.coding.takeHint("double");
  await app.coding.takeHint("double");
  expect(await app.coding.takeHint("double")).toEqual({ ok: false, reason: "no-more-hints" });
  expect((await detail("double")).hints.taken.map(({ index }) => index)).toEqual([1, 2, 3]);
});

test("the reference opens when the problem is solved, and the help taken lowers the score", async () => {
  expect((await detail("double")).reference).toBeNull();
  const events = await submitted("double", GOOD);
  const solved = await detail("double");
  expect(solved).toMatchObject({ state: "solved", solved: true, reference: expect.stringContaining("2 * x") });
  expect(solved.explanation).toContain("plus itself");
  const evidence = (await readEvidence(app.store.db)).find(({ id }) => id === idIn(events));
  expect(evidence).toMatchObject({ score: expect.closeTo(0.85), help: { hints: 3, revealed: false } });
});

test("levels unlock one after another; the problem is solved with the last", async () => {
  const before = await detail("levels");
  expect(before.levels).toEqual([
    { level: 1, unlocked: true },
    { level: 2, unlocked: false },
  ]);
  const names = async () => (await detail("levels")).tests.map(({ name }) => name);
  await expect.poll(names, { timeout: 10_000 }).toEqual(["example", "negative"]);
  await submitted("levels", GOOD);
  const between = await detail("levels");
  expect(between.levels[1]).toEqual({ level: 2, unlocked: true, text: "Now halve as well.\n" });
  expect(between.state).toBe("attempted");
  expect(verdictIn(await submitted("levels", GOOD))).not.toMatchObject({ verdict: "accepted" });
  const both = `${GOOD}\n\ndef halve(x):\n    return x / 2\n`;
  expect(verdictIn(await submitted("levels", both))).toMatchObject({ verdict: "accepted", levelsPassed: 2 });
  expect((await detail("levels")).state).toBe("solved");
});

test("a submission can be stopped, and is kept as stopped", async () => {
  const accepted = await app.coding.submit({
    slug: "double",
    code: "while True: pass\n",
    mode: "submit",
    secondsUsed: 1,
  });
  if (!accepted.ok) throw new Error(accepted.reason);
  const { submissionId } = accepted.value;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await app.coding.cancel(submissionId)).toEqual({ ok: true, value: true });
  expect(await app.coding.submission(submissionId)).toMatchObject({ ok: true, value: { verdict: "cancelled" } });
  expect(await app.coding.cancel("nobody")).toEqual({ ok: false, reason: "unknown-submission" });
});

test("what was acknowledged and not judged is judged at the next start", async () => {
  const { coding, judge } = await openTinyApp(folder.path);
  const accepted = await coding.submit({ slug: "double", code: GOOD, mode: "submit", secondsUsed: 1 });
  judge.close(); // the server goes down before the judge has spoken
  await coding.settled();
  if (!accepted.ok) throw new Error(accepted.reason);
  expect(await app.coding.submission(accepted.value.submissionId)).toMatchObject({
    ok: true,
    value: { verdict: null },
  });
  expect(await app.coding.recover()).toBe(1);
  expect(await app.coding.submission(accepted.value.submissionId)).toMatchObject({
    ok: true,
    value: { verdict: "accepted" },
  });
  expect(await app.coding.recover()).toBe(0);
});

test("the export is readable by people too", async () => {
  await app.coding.saveDraft("double", "```draft```");
  await app.coding.exportTo(join(folder.path, "out"));
  const diary = readFileSync(join(folder.path, "out", "double.md"), "utf8");
  expect(diary).toContain("# A tiny problem");
  expect(diary).toContain("wrong-answer, 1 of 2 tests passed");
  expect(diary).toContain("````python\n```draft```\n````");
});
