import { afterEach, beforeEach, expect, test } from "vitest";
import { lexiconUnder } from "../../bench/tailoring/labelled.ts";
import { type App, openApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { TailoringRepo, TailoringRoom } from "../../src/features/tailoring/index.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

const lexicon = lexiconUnder("content");
const { skills, roles } = loadBank("content");
const POSTING = `Senior Machine Learning Engineer, Feed ∂

You build ranking models in PyTorch, run A/B tests and mentor others. SQL is a must.`;

onEveryEngine((openEmpty) => {
  let store: Store;
  let room: TailoringRoom;
  let now = new Date("2026-03-04T05:06:07.890Z");
  let looksIntoLexicon = 0;
  beforeEach(async () => {
    store = await openEmpty();
    room = new TailoringRoom({
      repo: new TailoringRepo(store),
      lexicon: () => {
        looksIntoLexicon++;
        return lexicon;
      },
      skills,
      roles,
      usualWeights: ({ weights }) => new Map(Object.entries(weights)),
      standings: async () =>
        new Map([["data.sql", { rows: 4, expected: 0.4, interval: [0.3, 0.5], from: "practice" }]]),
      practice: () => [{ title: "Joins", kind: "explain", to: "/recall/joins", skills: ["data.sql"], difficulty: 2 }],
      stories: async () => [{ id: "s", title: "A junior", levels: { mentoring: 4 } }],
      projects: async () => [{ id: "p", title: "Bikes", to: "/portfolio/p", text: "A ranking model in PyTorch." }],
      cv: async () => ({ name: "CV", text: "A/B tests" }),
      fetchPosting: async () => ({ ok: false, reason: "There is no network." }),
      clock: () => now,
    });
  });
  afterEach(() => store.close());

  async function kept(text = POSTING) {
    const added = await room.add({ text });
    if (!added.ok) throw new Error(added.reason.said);
    return added.value;
  }

  test("a posting is kept as text, and what follows from it draws on the other rooms", async () => {
    const { posting, tailoring } = await kept();
    expect(posting).toMatchObject({ title: "Senior Machine Learning Engineer, Feed ∂", url: null, preparedAt: null });
    expect(tailoring).toMatchObject({ role: { id: "mle", weighedAs: "mle" }, level: { id: "senior" } });
    expect(tailoring.skills.map(({ id }) => id)).toEqual(expect.arrayContaining(["data.sql", "evaluation.ab-testing"]));
    expect(tailoring.gaps.find(({ id }) => id === "data.sql")).toMatchObject({ state: "below", expected: 0.4 });
    expect(tailoring.gaps.find(({ id }) => id === "evaluation.ab-testing")).toMatchObject({ state: "unknown" });
    expect(tailoring.questions).toMatchObject([{ to: "/recall/joins" }]);
    expect(tailoring.stories[0]).toMatchObject({ competency: "mentoring", stories: [{ id: "s", level: 4 }] });
    expect(tailoring.projects[0]).toMatchObject({ id: "p" });
    expect(tailoring.cv.checks.find(({ skill }) => skill.id === "evaluation.ab-testing")?.state).toBe("said");
  });

  test("the one that was chosen last is the target, and its weights are there for the plan", async () => {
    const first = await kept();
    now = new Date(+now + 1_000);
    const second = await kept("Barista, weekends. You make espresso for people and like them.");
    await room.prepare(first.posting.id);
    const { postings } = await room.postings();
    expect(postings.map(({ id, isTarget, isPosting }) => [id, isTarget, isPosting])).toEqual([
      [second.posting.id, false, false],
      [first.posting.id, true, true],
    ]);
    const target = await room.target();
    expect(target?.id).toBe(first.posting.id);
    expect([...(target?.weights.values() ?? [])].reduce((sum, each) => sum + each, 0)).toBeCloseTo(1);
    await room.release(first.posting.id);
    expect(await room.target()).toBeUndefined();
    now = new Date(+now + 1_000);
    // a posting of other work weighs nothing that could be planned by
    await room.prepare(second.posting.id);
    expect(await room.target()).toBeUndefined();
  });

  test("who no longer prepares for one prepares for none, not for the one chosen before it", async () => {
    const first = await kept();
    const second = await kept(POSTING.replace("Senior", "Staff"));
    await room.prepare(first.posting.id);
    now = new Date(+now + 1_000);
    await room.prepare(second.posting.id);
    expect((await room.target())?.id).toBe(second.posting.id);
    await room.release(second.posting.id);
    expect(await room.target()).toBeUndefined();
  });

  test("what was read is not read again for the plan or the list", async () => {
    const { posting } = await kept();
    await room.prepare(posting.id);
    const before = looksIntoLexicon;
    expect((await room.target())?.id).toBe(posting.id);
    expect((await room.postings()).postings).toMatchObject([{ isTarget: true }]);
    expect(looksIntoLexicon).toBe(before);
  });

  test("what cannot be fetched or read is refused with a sentence, and what is gone is gone", async () => {
    expect(await room.add({ url: "https://example.com" })).toEqual({
      ok: false,
      reason: { said: "There is no network." },
    });
    expect(await room.add({ text: " - " })).toMatchObject({ ok: false });
    const { posting } = await kept();
    expect(await room.remove(posting.id)).toEqual({ ok: true, value: { postings: [] } });
    expect(await room.posting(posting.id)).toEqual({ ok: false, reason: "unknown-posting" });
    expect(await room.prepare(posting.id)).toEqual({ ok: false, reason: "unknown-posting" });
  });

  test("a reading in short has role, level, weights and words, and nothing for other work", () => {
    const read = room.read(POSTING);
    expect([read.role, read.level]).toEqual(["mle", "senior"]);
    expect(read.phrases.get("data.sql")).toEqual(["SQL"]);
    expect(room.read("Barista, weekends. You make espresso.").weights.size).toBe(0);
  });
});

test("over the real bank nothing of the holdout is named", async () => {
  using folder = temporaryFolder();
  const config = readConfig({ ...process.env, HOLDOUT_HOME: folder.path });
  if (!config.ok) throw new Error(config.reason);
  const app: App = await openApp(config.value, { keeps: "nothing" });
  const { questions } = await app.tailoring.match(POSTING);
  const heldOut = new Set(
    app.bank.problems.filter(({ part }) => part === "holdout").map(({ slug }) => `/code/${slug}`),
  );
  expect(questions.length).toBeGreaterThan(5);
  expect(questions.filter(({ to }) => heldOut.has(to))).toEqual([]);
  const practised = new Set((await app.recall.questions()).questions.map(({ slug }) => `/recall/${slug}`));
  expect(questions.filter(({ to }) => to.startsWith("/recall/") && !practised.has(to))).toEqual([]);
  await app.close();
});
