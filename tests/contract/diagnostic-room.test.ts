import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openApp } from "../../src/app.ts";
import { InterviewRepo } from "../../src/features/interview/index.ts";
import { DiagnosticRepo, DiagnosticRoom, PlanRepo, SkillModel } from "../../src/features/plan/index.ts";
import type { Diagnostic, ReplyBody } from "../../src/features/plan/schema.ts";
import { diagnosticQuestions } from "../../src/features/recall/index.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { tinyConfig } from "../support/real-app.ts";
import { ROOT } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

const contentDir = join(ROOT, "content");
const bank = loadBank(contentDir);
const { questions } = loadQuestions(contentDir, bank);
const held = questions.filter(({ part }) => part === "holdout");

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let grader: ThreadedGrader;
  let store: Store;
  let room: DiagnosticRoom;
  let now: Date;
  beforeAll(() => {
    folder = temporaryFolder();
    grader = new ThreadedGrader(tinyConfig(folder.path).encoderDir);
  });
  afterAll(async () => {
    await grader.close();
    folder[Symbol.dispose]();
  });
  beforeEach(async () => {
    store = await openEmpty();
    now = new Date("2026-03-04T05:06:07.890Z");
    room = roomOver(questions);
  });
  afterEach(() => store.close());

  /** A room of its own: what a restarted server would have, with its bank. */
  function roomOver(has: typeof questions): DiagnosticRoom {
    const language = new LanguageModelStore(join(folder.path, "home"));
    const model = new SkillModel({
      repo: new PlanRepo(store),
      skills: [...bank.skills.values()],
      difficultyOf: () => undefined,
    });
    return new DiagnosticRoom({
      repo: new DiagnosticRepo(store),
      skills: bank.skills,
      roles: bank.roles,
      questions: diagnosticQuestions({ questions: () => has, grader, language, clock: () => now }),
      model,
      servedInMocks: async () => new Set(),
      clock: () => now,
    });
  }

  async function begun(): Promise<Diagnostic> {
    const diagnostic = await room.begin("mle");
    if (!diagnostic.ok) throw new Error(JSON.stringify(diagnostic.reason));
    return diagnostic.value;
  }
  const bankQuestion = ({ question }: Diagnostic) => held.find((each) => each.question.title === question?.title);
  const replyTo = (diagnostic: Diagnostic, more: Partial<ReplyBody> = {}): ReplyBody => {
    const text = more.kind ? "" : (bankQuestion(diagnostic)?.question.answers.partial.text ?? "");
    return { seq: diagnostic.question?.seq ?? 0, kind: "answered", text, secondsUsed: 150, ...more };
  };
  async function take(diagnostic: Diagnostic, more: Partial<ReplyBody> = {}): Promise<Diagnostic> {
    now = new Date(+now + 150_000);
    const taken = await room.reply(diagnostic.id, replyTo(diagnostic, more));
    if (!taken.ok) throw new Error(taken.reason);
    return taken.value;
  }

  test("half an hour asks about every area once, then deeper; nothing is graded before the end, which has a map", async () => {
    let diagnostic = await begun();
    const asked: string[] = [];
    while (diagnostic.question) {
      expect(diagnostic.map).toBeNull();
      expect(JSON.stringify(diagnostic)).not.toMatch(/"(score|metWhen|interval|points)"/);
      expect(bankQuestion(diagnostic)?.part).toBe("holdout");
      asked.push(diagnostic.question.area.id);
      diagnostic = await take(diagnostic);
    }
    const areas = diagnostic.areas.map(({ id }) => id);
    expect(areas).toContain("genai");
    expect(new Set(asked.slice(0, areas.length))).toEqual(new Set(areas));
    expect(asked.length).toBeGreaterThan(areas.length);
    expect(diagnostic.minutesUsed).toBeGreaterThanOrEqual(20);
    expect(diagnostic.minutesUsed).toBeLessThanOrEqual(35);
    const rows = await readEvidence(store.db);
    expect(rows).toHaveLength(asked.length);
    expect(new Set(rows.map(({ itemId }) => itemId)).size).toBe(asked.length);
    expect(rows.every(({ part, feature }) => part === "holdout" && feature === "diagnostic")).toBe(true);
    const { map } = diagnostic;
    expect(map?.weakest).toHaveLength(3);
    const words = map?.weakest[0]?.words.split(/\s+/).slice(0, 5).join(" ") ?? "?";
    const told = held.map(({ question }) => question.answers.partial.text.replaceAll(/\s+/g, " "));
    expect(told.some((text) => text.includes(words))).toBe(true);
    expect(map?.areas.find(({ id }) => id === "coding")).toMatchObject({
      asked: 0,
      left: 0,
      measuredBy: "coding screen",
    });
    expect(map?.rounds.find(({ kind }) => kind === "coding")?.standing.enough).toBe(false);
  });

  test("the same answer sent twice is kept once; another answer to the same question is turned away", async () => {
    const diagnostic = await begun();
    const reply = replyTo(diagnostic);
    const [first, second] = await Promise.all([room.reply(diagnostic.id, reply), room.reply(diagnostic.id, reply)]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ ok: true, value: { asked: 2, question: { seq: 2 } } });
    const other = { ...reply, text: "Something else, out of another tab." };
    expect(await room.reply(diagnostic.id, other)).toEqual({ ok: false, reason: "question-answered" });
    expect(await readEvidence(store.db)).toHaveLength(1);
    const next = replyTo(first.ok ? first.value : diagnostic);
    const two = await Promise.all([room.reply(diagnostic.id, next), room.reply(diagnostic.id, { ...next, text: "?" })]);
    expect(two).toMatchObject([
      { ok: true, value: { asked: 3 } },
      { ok: false, reason: "question-answered" },
    ]);
    expect(await readEvidence(store.db)).toHaveLength(2);
    const both = await Promise.all([room.begin("mle"), room.begin("data-scientist")]);
    expect(both.map((each) => each.ok && each.value.id)).toEqual([diagnostic.id, diagnostic.id]);
  });

  test("not knowing counts for nothing at once, passing over tells nothing, and both spend the question", async () => {
    let diagnostic = await begun();
    const titles = [diagnostic.question?.title];
    diagnostic = await take(diagnostic, { kind: "unknown", secondsUsed: 8 });
    titles.push(diagnostic.question?.title);
    diagnostic = await take(diagnostic, { kind: "skipped", secondsUsed: 4 });
    expect(await readEvidence(store.db)).toMatchObject([{ score: 0, secondsUsed: 8 }]);
    expect(diagnostic.minutesUsed).toBeCloseTo(0.2);
    const ended = await room.end(diagnostic.id);
    expect(ended).toMatchObject({ ok: true, value: { question: null, map: { why: "left" } } });
    expect(ended.ok && ended.value.map?.weakest).toMatchObject([{ kind: "unknown", score: 0, words: "" }]);
    const again = await begun();
    expect(again.id).not.toBe(diagnostic.id);
    expect([...titles, diagnostic.question?.title]).not.toContain(again.question?.title);
    expect(await room.reply(diagnostic.id, replyTo(diagnostic))).toEqual({ ok: false, reason: "question-answered" });
  });

  test("a server that restarts goes on at the same question with the same numbers", async () => {
    const diagnostic = await take(await begun());
    room = roomOver(questions);
    expect(await room.diagnostic(diagnostic.id)).toEqual({ ok: true, value: diagnostic });
  });

  test("a question that the bank has no more is passed over", async () => {
    const diagnostic = await begun();
    room = roomOver(questions.filter((each) => each !== bankQuestion(diagnostic)));
    const shown = await room.diagnostic(diagnostic.id);
    expect(shown).toMatchObject({ ok: true, value: { question: { seq: 2 }, asked: 2 } });
    expect(await readEvidence(store.db)).toHaveLength(0);
  });

  test("the later map of an earlier sitting is what it was", async () => {
    const first = await take(await begun());
    const ended = await room.end(first.id);
    now = new Date(+now + 86_400_000);
    const other = await take(await begun(), { kind: "unknown" });
    await room.end(other.id);
    const later = await room.diagnostic(first.id);
    const overall = (each: typeof later) => each.ok && each.value.map?.overall;
    expect(overall(later)).toEqual(overall(ended));
  });

  test("an answer counts in the map though the clock was set back after it", async () => {
    const first = await take(await begun());
    now = new Date(+now - 3_600_000);
    expect(await room.end(first.id)).toMatchObject({ ok: true, value: { map: { overall: { rows: 1 } } } });
  });

  test("what there is not is told", async () => {
    expect(await room.begin("poet")).toEqual({ ok: false, reason: "unknown-role" });
    expect(await room.diagnostic("gone")).toEqual({ ok: false, reason: "unknown-diagnostic" });
    expect(await room.reply("gone", { seq: 1, kind: "skipped", text: "", secondsUsed: 0 })).toMatchObject({
      ok: false,
    });
    expect(await room.end("gone")).toEqual({ ok: false, reason: "unknown-diagnostic" });
  });
});

describe("in the app", () => {
  const spentBy = async (app: Awaited<ReturnType<typeof openApp>>) => {
    const begun = await app.diagnostic.begin("mle");
    if (!begun.ok) return false;
    let diagnostic = begun.value;
    while (diagnostic.question) {
      const skip: ReplyBody = { seq: diagnostic.question.seq, kind: "skipped", text: "", secondsUsed: 1 };
      const next = await app.diagnostic.reply(diagnostic.id, skip);
      if (!next.ok) throw new Error(next.reason);
      diagnostic = next.value;
    }
    return true;
  };
  const mock = async (app: Awaited<ReturnType<typeof openApp>>, kinds: number) => {
    const rounds = Array.from({ length: kinds }, () => ({
      kind: "breadth" as const,
      title: "Breadth",
      minutes: 45,
      breakMinutes: 0,
    }));
    const settings = { persona: "terse" as const, nudgeAfterSeconds: null, interrupts: false };
    const created = await app.interview.create({ title: "Mock", role: "mle", difficulty: 3, rounds, settings });
    if (!created.ok) throw new Error(JSON.stringify(created.reason));
    const begun = await app.interview.begin(created.value.id, { event: "begin", after: 0 });
    if (!begun.ok) throw new Error(JSON.stringify(begun.reason));
  };

  test("a mock and a diagnostic never serve the same question, until every held-out one is spent", async () => {
    using folder = temporaryFolder();
    const app = await openApp({ ...tinyConfig(folder.path), contentDir }, { keeps: "nothing" });
    const mocks = new InterviewRepo(app.store);
    const diagnostics = new DiagnosticRepo(app.store);
    await mock(app, 1);
    const first = await mocks.servedItems();
    expect(first.size).toBeGreaterThan(3);
    while (await spentBy(app));
    const asked = await diagnostics.servedItems();
    const weighed = held.filter(({ question }) => bank.skills.get(question.skills[0] ?? "")?.area !== "research");
    expect(asked.size).toBe(weighed.filter(({ question }) => !first.has(question.id)).length);
    expect([...asked].filter((id) => first.has(id))).toEqual([]);
    await mock(app, 1);
    const second = [...(await mocks.servedItems())].filter((id) => !first.has(id));
    expect(second.length).toBeGreaterThan(3);
    expect(second.filter((id) => asked.has(id))).toEqual([]);
    expect(await app.diagnostic.begin("mle")).toMatchObject({
      ok: false,
      reason: { said: expect.stringContaining("used") },
    });
    const { roles } = await app.diagnostic.home();
    expect(roles[0]?.areas.every(({ left }) => left === 0)).toBe(true);
    await app.close();
  });
});
