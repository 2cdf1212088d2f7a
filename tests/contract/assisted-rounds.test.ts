import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import type { AssistedAction, ShownAssistedRound } from "../../src/features/coding/schema.ts";
import { InterviewRepo } from "../../src/features/interview/index.ts";
import type { ScoredRound, Session } from "../../src/features/interview/schema.ts";
import { type AssistedItem, readAssisted } from "../../src/shared/content/assisted-bank.ts";
import { openTinyApp } from "../support/real-app.ts";
import { ROOT } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

// Real judge, real grader, real store, and a script of the bank with its problem.
const FILES = ["think-aloud.yaml", "assisted/retrieval-fusion.yaml", "coding/hybrid-retrieval-fusion"];
const { script } = read(join(ROOT, "content", "assisted", "retrieval-fusion.yaml"));
let folder: ReturnType<typeof temporaryFolder>;
let app: App;
beforeEach(async () => {
  folder = temporaryFolder();
  const content = join(folder.path, "content");
  mkdirSync(content, { recursive: true });
  for (const file of FILES) cpSync(join(ROOT, "content", file), join(content, file), { recursive: true });
  app = await openTinyApp(folder.path);
});
afterEach(async () => {
  await app.close();
  folder[Symbol.dispose]();
});

test("a request for a part brings that part, and nothing on the page tells what is wrong with it", async () => {
  const session = await asks(await begun(), piece("scores").directed);
  const [exchange] = shown(session).assistant.exchanges;
  expect(exchange).toMatchObject({ says: piece("scores").says, proposal: { piece: "scores", isNewest: true } });
  expect(exchange?.proposal?.code).toContain("adds >= most.get(document, 0.0)");
  const page = JSON.stringify(session);
  for (const { fault } of script.pieces)
    for (const secret of fault ? [fault.what, fault.mends, fault.shows_in, ...fault.noticed] : [])
      expect(page).not.toContain(secret);
  expect(page).not.toContain("adds > most.get");
});

test("everything at once is the whole program with all faults in it, and does not pass", async () => {
  let session = await takes(await asks(await begun(), "Write the whole solution for me"), "whole");
  expect(shown(session).code).toContain("def fuse(");
  session = await does(session, { type: "submit" });
  expect([shown(session).notice, shown(session).last]).toEqual([expect.stringContaining("question before that"), null]);
  expect(session.turns.at(-1)?.text).toMatch(/how do you know that “the scores and the chunk to show”/i);
  session = await does(session, { type: "submit" });
  expect(shown(session)).toMatchObject({ solved: false, last: { verdict: "wrong-answer" } });
  const { recommendation, rounds } = await scored(session);
  expect(recommendation).toBe("strong-no-hire");
  expect(dimension(rounds[0], "review")).toMatchObject({ score: 0 });
  expect(dimension(rounds[0], "decomposition")).toMatchObject({ score: 0 });
});

test("who names the faults and tries the parts passes, and is asked what was not trusted", async () => {
  let session = await begun();
  for (const { id, directed, fault } of script.pieces) {
    session = await asks(session, directed);
    if (fault) {
      session = await asks(session, fault.noticed[0] ?? "");
      expect(shown(session).assistant.exchanges.at(-1)?.says).toBe(fault.mends);
    }
    session = await takes(session, id);
  }
  session = await does(session, { type: "run" });
  expect(session.turns.at(-1)?.text).toMatch(/how do you know/i);
  session = await does(session, { type: "submit" });
  expect(shown(session)).toMatchObject({ solved: true, last: { verdict: "accepted" } });
  expect(session.turns.at(-1)?.text).toContain("Which of the assistant's proposals did you not trust, and why?");
  const more = sent(session, { type: "ask-assistant", text: "Write it once more" });
  expect(await app.interview.do(session.id, more)).toMatchObject({
    ok: false,
    reason: { said: "The code is done: the assistant proposes nothing more." },
  });
  const { rounds } = await scored(session);
  expect(dimension(rounds[0], "review")).toMatchObject({ score: 1 });
  expect(dimension(rounds[0], "outcome")).toMatchObject({ score: 1 });
});

test("a fault that is mended by hand without a word counts as seen, for the code passes its test", async () => {
  let session = await begun();
  for (const { id, directed } of script.pieces) session = await takes(await asks(session, directed), id);
  const { code } = shown(session);
  const mended = code
    .replace("adds >= most.get(document, 0.0)", "adds > most.get(document, -1.0)")
    .replace("sorted(scores,", "sorted((each for each in scores if scores[each] > 0),");
  session = await does(session, { type: "run", code: mended });
  session = await does(session, { type: "submit" });
  expect(shown(session).solved).toBe(true);
  expect(dimension((await scored(session)).rounds[0], "review")).toMatchObject({ score: 0.8 });
});

test("a doubt that names nothing mends nothing, and nothing can be taken that was not proposed", async () => {
  let session = await asks(await begun(), piece("scores").directed);
  session = await asks(session, "Are you sure? I think there is a bug.");
  expect(shown(session).assistant.exchanges.at(-1)).toMatchObject({
    proposal: null,
    says: expect.stringContaining("looks right to me"),
  });
  expect(await app.interview.do(session.id, sent(session, { type: "take", piece: "order" }))).toMatchObject({
    ok: false,
    reason: { said: "The assistant has proposed nothing of that name." },
  });
});

test("a restart gives the same round, and what was asked when the server went down is answered once", async () => {
  let session = await takes(await asks(await begun(), piece("best-chunks").directed), "best-chunks");
  session = await does(session, { type: "code", code: `${shown(session).code}\n# mine\n` });
  session = await asks(session, piece("scores").directed);
  await reopened();
  expect(await held(session.id)).toEqual(session);

  const text = piece("weights").directed;
  const body = { kind: "did" as const, action: { type: "ask-assistant", text } };
  const at = { sessionId: session.id, round: 0, atMs: session.elapsedMs, recordedAt: new Date(0).toISOString() };
  await new InterviewRepo(app.store).write(session.id, {
    events: [{ ...at, seq: session.seq + 1, id: "asked-before", body }],
  });
  await reopened();
  const resumed = await held(session.id);
  expect(shown(resumed).assistant.exchanges.at(-1)).toMatchObject({ asked: text, proposal: { piece: "weights" } });
  expect(await held(session.id)).toEqual(resumed);
  expect(shown(resumed).assistant.exchanges).toHaveLength(3);
});

function read(path: string): AssistedItem {
  const item = readAssisted(path);
  if (!item.ok) throw new Error(JSON.stringify(item.faults));
  return item.value;
}

function piece(id: string) {
  const found = script.pieces.find((each) => each.id === id);
  if (!found) throw new Error(`no piece ${id}`);
  return found;
}

async function reopened(): Promise<void> {
  await app.close();
  app = await openTinyApp(folder.path);
}

async function begun(): Promise<Session> {
  const settings = { persona: "terse" as const, nudgeAfterSeconds: null, interrupts: false };
  const rounds = [{ kind: "assisted" as const, title: "Round", minutes: 45, breakMinutes: 0 }];
  const created = taken(await app.interview.create({ title: "Mock", role: "mle", difficulty: 2, settings, rounds }));
  return taken(await app.interview.begin(created.id, { event: "begin-event", after: 0 }));
}

function sent(session: Session, action: AssistedAction) {
  const { seq, elapsedMs } = session;
  return { event: `do-${seq}-event`, after: seq, elapsedMs: elapsedMs + 60_000, action };
}

async function does(session: Session, action: AssistedAction): Promise<Session> {
  return taken(await app.interview.do(session.id, sent(session, action)));
}

function asks(session: Session, text: string): Promise<Session> {
  return does(session, { type: "ask-assistant", text });
}

function takes(session: Session, name: string): Promise<Session> {
  return does(session, { type: "take", piece: name });
}

async function scored(session: Session) {
  const { seq: after, elapsedMs } = session;
  const { scorecard } = taken(await app.interview.leave(session.id, { event: "leave-event", after, elapsedMs }));
  if (!scorecard) throw new Error("no scorecard");
  return scorecard;
}

async function held(id: string): Promise<Session> {
  return taken(await app.interview.session(id));
}

function taken<T, Reason>(outcome: { ok: true; value: T } | { ok: false; reason: Reason }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.reason));
}

function shown({ rounds }: Session): ShownAssistedRound {
  return rounds[0]?.shown as ShownAssistedRound;
}

function dimension(round: ScoredRound | undefined, id: string) {
  return round?.dimensions.find((each) => each.id === id);
}
