import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import type { ShownCodingRound } from "../../src/features/coding/schema.ts";
import { InterviewRepo } from "../../src/features/interview/index.ts";
import type { RoundKind, Session } from "../../src/features/interview/schema.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import { openTinyApp } from "../support/real-app.ts";
import { ROOT } from "../support/server.ts";
import { temporaryFolder, writeFiles } from "../support/tiny-bank.ts";

// Real judge, real grader, real store: one folder a test, and a restart is the same folder opened anew.
let folder: ReturnType<typeof temporaryFolder>;
let app: App;
beforeEach(async () => {
  folder = temporaryFolder();
  const content = join(folder.path, "content");
  mkdirSync(content, { recursive: true });
  copyFileSync(join(ROOT, "content", "think-aloud.yaml"), join(content, "think-aloud.yaml"));
  writeFiles(join(content, "coding", "faulty"), FAULTY);
  app = await openTinyApp(folder.path);
});
afterEach(async () => {
  await app.close();
  folder[Symbol.dispose]();
});

const FAULTY = {
  "item.yaml": `id: 00000000-0000-4000-8000-000000000005
title: A tiny problem with two faults
kind: debug
skills: [coding.arrays]
difficulty: 2
minutes: 5
tier: python
roles: [mle]
faults:
  - { id: squared, says: "double multiplied the number by itself instead of adding it" }
  - { id: lost-sign, says: "halve dropped the sign of negative numbers" }
`,
  "prompt.md": "`double(x)` and `halve(x)` have two faults.\n",
  "starter.py": "def double(x):\n    return x * x\n\n\ndef halve(x):\n    return abs(x) / 2\n",
  "solution.py": "def double(x):\n    return x + x\n\n\ndef halve(x):\n    return x / 2\n",
  "hints.md": "1. Think.\n2. Try.\n3. Look at the signs.\n",
  "explain.md": "Both are one line.\n",
  "tests.py": `from holdout_judge import case


@case(visible=True, fault="squared", why="the worked example")
def example(sol):
    assert sol.double(3) == 6


@case(fault="lost-sign", why="a negative number stays negative")
def negative(sol):
    assert sol.halve(-4) == -2
`,
};
const GOOD = "def double(x):\n    return x + x\n";
const SQUARES = "def double(x):\n    return x * x\n";
const WITH_HALVES = `${GOOD}\n\ndef halve(x):\n    return x / 2\n`;

test("a submission is judged: visible tests are shown whole, of hidden ones the count, and nothing else of them", async () => {
  const session = await does(await begun("coding"), { type: "submit", code: SQUARES });
  const { last } = shown(session);
  expect(last).toMatchObject({
    verdict: "wrong-answer",
    visible: [{ name: "example", status: "passed" }],
    hidden: { passed: 0, total: 1 },
  });
  const page = JSON.stringify(session);
  for (const secret of ["negative", "Twice is plus itself", "2 * x", "which hides the difference", "Add it to itself"])
    expect(page).not.toContain(secret);
  expect(session.turns.at(-1)).toMatchObject({ who: "interviewer", act: "probe" });
});

test("a restart gives the same round: code, verdict, hints, what was said and what is asked next", async () => {
  let session = await begun("coding");
  session = await says(session, "May x be negative, and what should come out then?");
  session = await does(session, { type: "code", code: SQUARES });
  session = await does(session, { type: "run" });
  session = await does(session, { type: "submit" });
  session = await says(session, "Can you give me a hint?");
  await app.close();
  app = await openTinyApp(folder.path);
  const resumed = await read(session.id);
  expect(resumed).toEqual(session);
  expect(shown(resumed)).toMatchObject({ code: SQUARES, hints: { taken: ["Think."] } });
});

test("what was submitted when the server went down is judged at the next start, once", async () => {
  const session = await begun("coding");
  app.judge.close();
  const sent = { event: "submit-event", after: session.seq, elapsedMs: 60_000, action: { type: "submit", code: GOOD } };
  await expect(app.interview.do(session.id, sent)).rejects.toThrow("the judge was closed");
  expect(await bodies(session.id, "did")).toHaveLength(1);
  expect(await bodies(session.id, "done")).toHaveLength(0);
  await app.close();

  app = await openTinyApp(folder.path);
  const resumed = await read(session.id);
  expect(shown(resumed)).toMatchObject({ solved: true, last: { verdict: "accepted" } });
  // the page that had no answer sends it again
  expect(await app.interview.do(session.id, sent)).toEqual({ ok: true, value: resumed });
  expect(await read(session.id)).toEqual(resumed);
  expect(await bodies(session.id, "did")).toHaveLength(1);
  expect(await bodies(session.id, "done")).toHaveLength(1);
});

test("the editor's snapshots: the same code or too soon after the last leaves no trace; what is too long is refused", async () => {
  let session = await begun("coding");
  session = await does(session, { type: "code", code: SQUARES });
  const { seq } = session;
  session = await does(session, { type: "code", code: SQUARES });
  session = await does(session, { type: "code", code: GOOD }, { seconds: 2 });
  expect([session.seq, shown(session).code]).toEqual([seq, SQUARES]);
  session = await does(session, { type: "code", code: GOOD }, { seconds: 12 });
  expect([session.seq > seq, shown(session).code]).toEqual([true, GOOD]);
  const long = { type: "code", code: "#".repeat(20_001) };
  const sent = { event: "long-event", after: session.seq, elapsedMs: session.elapsedMs, action: long };
  expect(await app.interview.do(session.id, sent)).toMatchObject({
    ok: false,
    reason: { said: "At most 20,000 characters of code." },
  });
  expect(session.turns.filter(({ did }) => did !== null)).toEqual([]);
});

test("a level opens when the one before it passes, and its tests keep running", async () => {
  let session = await begun("progressive");
  expect(shown(session).levels).toEqual([
    { level: 1, unlocked: true },
    { level: 2, unlocked: false },
  ]);
  session = await does(session, { type: "submit", code: GOOD });
  expect(shown(session).levels[1]).toEqual({ level: 2, unlocked: true, text: "Now halve as well.\n" });
  session = await does(session, { type: "submit", code: WITH_HALVES.replace("x + x", "x * x") });
  expect(session.turns.at(-1)?.text).toContain("earlier level");
  session = await does(session, { type: "submit", code: WITH_HALVES });
  expect(shown(session)).toMatchObject({ solved: true, last: { verdict: "accepted", level: 2 } });
});

test("each planted fault is credited by itself, and how it was found is asked", async () => {
  let session = await begun("debugging");
  session = await does(session, { type: "submit", code: FAULTY["starter.py"].replace("x * x", "x + x") });
  expect(session.turns.at(-1)?.text).toMatch(/how did you|What did you see/i);
  session = await does(session, { type: "submit", code: FAULTY["solution.py"] });
  session = await leaves(session);
  const solving = session.scorecard?.rounds[0]?.dimensions.find(({ id }) => id === "problem-solving");
  expect(solving?.evidence[0]?.says).toContain("2 of 2 planted faults mended");
});

test("code that passes without a word is a bare yes, and its telling is not judged", async () => {
  const session = await leaves(await does(await begun("coding"), { type: "submit", code: GOOD }));
  const round = session.scorecard?.rounds[0];
  expect(round).toMatchObject({ level: "yes", topics: [{ score: 1, reference: expect.stringContaining("2 * x") }] });
  // what the role's loop speaks of, and what counts besides
  expect(round?.dimensions).toMatchObject([{ title: "Correctness", from: ["Problem solving"], score: 1 }]);
  expect(round?.others.find(({ id }) => id === "communication")).toMatchObject({ score: null });
  const evidence = await readEvidence(app.store.db);
  expect(evidence).toMatchObject([{ feature: "interview", mode: "coding", part: "holdout", score: 1 }]);
});

test("code that nobody handed in is judged at the end, as it stands and once", async () => {
  let session = await does(await begun("coding"), { type: "code", code: GOOD });
  session = await says(session, "I am done.");
  expect(session.turns.at(-1)?.text).toContain("Nothing is submitted yet");
  session = await says(session, "I am done.");
  const round = session.scorecard?.rounds[0];
  expect(round?.topics).toMatchObject([{ score: 1 }]);
  expect(JSON.stringify(round)).toContain("This is the last draft, which was not submitted.");
  expect(await bodies(session.id, "did")).toHaveLength(2);
  expect(await read(session.id)).toEqual(session);
});

test("where the bank has nothing that fits, the round says so and nothing is opened", async () => {
  const created = await app.interview.create({ ...MOCK, rounds: [{ ...planned("coding"), minutes: 5 }] });
  if (!created.ok) throw new Error(JSON.stringify(created.reason));
  app.bank.problems.splice(0);
  expect(await app.interview.begin(created.value.id, { event: "begin-event", after: 0 })).toMatchObject({
    ok: false,
    reason: { said: "The bank has no problem for a round of Coding in 5 minutes." },
  });
});

const MOCK = {
  title: "Mock",
  role: "mle",
  difficulty: 2,
  settings: { persona: "terse" as const, nudgeAfterSeconds: null, interrupts: false },
};

function planned(kind: RoundKind) {
  return { kind, title: "Round", minutes: 45, breakMinutes: 0 };
}

async function begun(kind: RoundKind): Promise<Session> {
  const created = await app.interview.create({ ...MOCK, rounds: [planned(kind)] }, { seed: 1 });
  if (!created.ok) throw new Error(JSON.stringify(created.reason));
  return taken(await app.interview.begin(created.value.id, { event: "begin-event", after: 0 }));
}

async function does(
  session: Session,
  action: { type: string; code?: string },
  { seconds = 60 } = {},
): Promise<Session> {
  const sent = { event: `do-${session.seq}-${seconds}-event`, after: session.seq, action };
  return taken(await app.interview.do(session.id, { ...sent, elapsedMs: session.elapsedMs + seconds * 1000 }));
}

async function says(session: Session, text: string): Promise<Session> {
  const sent = { event: `say-${session.seq}-event`, after: session.seq, elapsedMs: session.elapsedMs + 20_000 };
  return taken(await app.interview.say(session.id, { ...sent, text, spoken: null }));
}

async function leaves(session: Session): Promise<Session> {
  const sent = { event: "leave-event", after: session.seq, elapsedMs: session.elapsedMs };
  return taken(await app.interview.leave(session.id, sent));
}

async function read(id: string): Promise<Session> {
  return taken(await app.interview.session(id));
}

async function bodies(id: string, kind: string) {
  return (await new InterviewRepo(app.store).events(id)).filter(({ body }) => body.kind === kind);
}

function taken<T, Reason>(outcome: { ok: true; value: T } | { ok: false; reason: Reason }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.reason));
}

function shown({ rounds }: Session): ShownCodingRound {
  return rounds[0]?.shown as ShownCodingRound;
}
