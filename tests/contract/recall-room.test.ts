import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { RecallRepo, RecallRoom } from "../../src/features/recall/index.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { startModelServer } from "../support/model-server.ts";
import { tinyConfig } from "../support/real-app.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

const DAY_MS = 86_400_000;
const STRONG =
  "Every batch is then a random sample of the data, so its gradient is an unbiased estimate of the gradient over all rows. " +
  "Sorted by class the last class overwrites what was learned from the first. With time series I split by date, " +
  "since a shuffle would put the future into training.";
const PARTIAL = "Each batch is a random sample, and its gradient is an unbiased estimate of the full gradient.";

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let grader: ThreadedGrader;
  let store: Store;
  let room: RecallRoom;
  let now: Date;
  beforeAll(() => {
    folder = temporaryFolder();
    const config = tinyConfig(folder.path);
    writeTinyBank(config.contentDir);
    grader = new ThreadedGrader(config.encoderDir);
  });
  afterAll(async () => {
    await grader.close();
    folder[Symbol.dispose]();
  });
  beforeEach(async () => {
    store = await openEmpty();
    room = roomOver(store);
    now = new Date("2026-03-04T05:06:07.890Z");
  });
  afterEach(() => store.close());

  function roomOver(over: Store): RecallRoom {
    const { contentDir } = tinyConfig(folder.path);
    const { skills, roles } = loadBank(contentDir);
    const { questions } = loadQuestions(contentDir, { skills, roles });
    const language = new LanguageModelStore(join(folder.path, "home"));
    const repo = new RecallRepo(over);
    return new RecallRoom({ questions: () => questions, skills, roles, repo, grader, language, clock: () => now });
  }

  const say = async (text: string, more: { probe?: string; secondsUsed?: number } = {}) => {
    const answered = await room.answer("random-order", { text, seed: 1, session: "s1", secondsUsed: 60, ...more });
    if (!answered.ok) throw new Error(answered.reason);
    return answered.value;
  };
  const summary = async () => (await room.questions()).questions.find(({ slug }) => slug === "random-order");

  test("an answer is graded with its evidence, kept, and scheduled", async () => {
    const graded = await say(STRONG);
    expect(graded.grade.score).toBeGreaterThan(0.7);
    const [first] = graded.criteria;
    expect(first?.span && STRONG.slice(first.span.start, first.span.end)).toBe(first?.span?.text);
    expect(Date.parse(graded.due ?? "")).toBeGreaterThan(now.getTime());
    expect(await summary()).toMatchObject({ answers: 1, lastScore: graded.grade.score, due: graded.due });
    expect(await readEvidence(store.db)).toMatchObject([
      { feature: "recall", part: "practice", score: graded.grade.score, secondsUsed: 60 },
    ]);
    const detail = await room.question("random-order");
    expect(detail).toMatchObject({ ok: true, value: { history: [{ id: graded.id, text: STRONG }] } });
  });

  test("the rubric and the model answer are not told before an answer", async () => {
    const detail = await room.question("random-order");
    const told = JSON.stringify(detail);
    for (const secret of ["unbiased", "order-effects", "met_when", "reference"]) expect(told).not.toContain(secret);
  });

  test("a better answer returns later, and what is due comes before what is new", async () => {
    const weak = await say("It is better for training.");
    expect(Date.parse(weak.due ?? "") - now.getTime()).toBeLessThanOrEqual(DAY_MS);
    const fresh = await room.next({ recent: ["random-order"] });
    expect(fresh.next).toMatchObject({ slug: "precision-from-counts", why: "new" });
    now = new Date(now.getTime() + 2 * DAY_MS);
    expect(await room.next({ recent: [] })).toMatchObject({ next: { slug: "random-order", why: "due" }, due: 1 });
    const strong = await say(STRONG);
    expect(Date.parse(strong.due ?? "") - now.getTime()).toBeGreaterThan(DAY_MS);
  });

  test("the learner's own word is kept as a label, reschedules, and leaves the evidence alone", async () => {
    const graded = await say("It is better for training.");
    const met = { unbiased: true, "order-effects": true, "not-for-time": true };
    const own = await room.overrule(graded.id, met);
    expect(own).toMatchObject({ ok: true, value: { grade: { score: 1 }, rating: 4 } });
    if (own.ok) expect(Date.parse(own.value.due ?? "")).toBeGreaterThan(Date.parse(graded.due ?? ""));
    expect(await readEvidence(store.db)).toMatchObject([{ score: graded.grade.score }]);
    expect(await room.overrule(graded.id, { nonsense: true })).toEqual({ ok: false, reason: "unknown-criterion" });
    expect(await room.overrule("nobody", met)).toEqual({ ok: false, reason: "unknown-answer" });
  });

  test("a follow-up is graded on what it asked for, and counts for nothing else", async () => {
    const graded = await say(PARTIAL);
    const probed = await say("Time series, because a shuffle would put the future into training.", {
      probe: "not-for-time",
    });
    expect(probed.criteria.map(({ id }) => id)).toEqual(["not-for-time"]);
    expect(probed.criteria[0]?.probability).toBeGreaterThan(0.5);
    expect(probed.due).toBeNull();
    expect(await readEvidence(store.db)).toHaveLength(1);
    expect((await room.session("s1")).answers).toMatchObject([{ id: graded.id, slug: "random-order" }]);
  });

  test("numbers are drawn anew, and the right one is credited wherever it stands", async () => {
    const [a, b] = await Promise.all([room.question("precision-from-counts"), room.question("precision-from-counts")]);
    if (!a.ok || !b.ok) throw new Error("the question is there");
    expect(a.value.seed).not.toBe(b.value.seed);
    const [, tp = "", fp = ""] = /raised (\d+) right alarms and (\d+) false/.exec(a.value.prompt) ?? [];
    const precision = (100 * Number(tp)) / (Number(tp) + Number(fp));
    const text = `The precision is ${precision.toFixed(1)} percent.`;
    const answered = await room.answer("precision-from-counts", {
      text,
      seed: a.value.seed,
      session: "s",
      secondsUsed: 9,
    });
    expect(answered).toMatchObject({ ok: true, value: { criteria: [{ id: "value", probability: 0.97 }, {}, {}] } });
  });

  test("a language model is heard, and one that fails leaves the offline grade with a note", async () => {
    const language = new LanguageModelStore(join(folder.path, "home"));
    const reply = { met: true, quote: "Each batch is a random sample", sure: 0.9 };
    const server = await startModelServer(() => ({ text: JSON.stringify(reply) }));
    try {
      language.write({ provider: "openai-compatible", model: "m", baseUrl: server.url, apiKey: "" });
      const heard = await say(PARTIAL);
      expect(heard.grade.engine).toBe("llm");
      expect(heard.criteria[0]?.span?.text).toBe("Each batch is a random sample");
    } finally {
      await server.close();
    }
    const alone = await say(PARTIAL);
    expect(alone.grade).toMatchObject({ engine: "embedded", note: expect.stringContaining("Graded offline instead") });
    language.remove();
  });

  test("full-text search finds words of prompts and titles, in any order and unfinished", async () => {
    expect(await room.search("rows shuf")).toMatchObject({ ok: true, value: { found: [{ slug: "random-order" }] } });
    expect(await room.search("precision detector")).toMatchObject({
      value: { found: [{ slug: "precision-from-counts", excerpt: expect.stringContaining("«") }] },
    });
    for (const nothing of ["", "zebra", "'; drop table \"", "unbiased"])
      expect(await room.search(nothing)).toMatchObject({ value: { found: [] } });
  });

  test("Anki's text carries the schedule there and back", async () => {
    const graded = await say(PARTIAL);
    const text = await room.exportAnki();
    expect(text).toContain("#separator:tab");
    expect(text.split("\n").filter((line) => line.startsWith("0000"))).toHaveLength(2);
    const { openStore } = await import("../../src/shared/store/store.ts");
    const elsewhere = await openStore(":memory:");
    const other = roomOver(elsewhere);
    for (const _ of [1, 2]) expect(await other.importAnki(text)).toEqual({ ok: true, value: 1 });
    const same = (await other.questions()).questions.find(({ slug }) => slug === "random-order");
    expect(same).toMatchObject({ answers: 1, due: graded.due, lastScore: graded.grade.score });
    expect(await other.importAnki("nonsense")).toMatchObject({
      ok: false,
      reason: [expect.stringContaining("line 1")],
    });
    await elsewhere.close();
  });
});
