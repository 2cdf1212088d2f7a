import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readExportedStories, StoriesRepo, StoriesRoom } from "../../src/features/stories/index.ts";
import type { StoryLength } from "../../src/features/stories/schema.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadPrompts, type PromptBank } from "../../src/shared/content/behavioral-bank.ts";
import { type CompetencyBank, loadCompetencies } from "../../src/shared/content/competencies.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { tinyConfig } from "../support/real-app.ts";
import { ROOT } from "../support/server.ts";
import { STORY } from "../support/stories.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

const CONTENT = join(ROOT, "content");

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let grader: ThreadedGrader;
  let prompts: PromptBank["prompts"];
  let competencies: CompetencyBank;
  let store: Store;
  let room: StoriesRoom;
  let now: Date;
  beforeAll(() => {
    folder = temporaryFolder();
    grader = new ThreadedGrader(tinyConfig(folder.path).encoderDir);
    const bank = loadBank(CONTENT);
    ({ prompts } = loadPrompts(CONTENT, bank));
    competencies = loadCompetencies(CONTENT, bank.skills);
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

  function roomOver(over: Store): StoriesRoom {
    return new StoriesRoom({
      repo: new StoriesRepo(over),
      grader,
      prompts: () => prompts,
      competencies: () => competencies,
      roles: [],
      clock: () => now,
    });
  }
  const practised = (competency: string) => {
    const found = prompts.find((each) => each.part === "practice" && each.prompt.competency === competency);
    if (!found) throw new Error(`no practice question about ${competency}`);
    return found;
  };
  const sample = (id: string) => {
    const found = competencies.competencies.find((each) => each.id === id);
    if (!found) throw new Error(`no competency ${id}`);
    return found.samples;
  };
  async function told(title: string, text: string, more: { length?: StoryLength; prompt?: string } = {}) {
    const { id } = await room.create(title);
    return tell(id, text, more);
  }
  async function tell(id: string, text: string, more: { length?: StoryLength; prompt?: string } = {}) {
    const { length = "full", prompt = null } = more;
    now = new Date(now.getTime() + 60_000);
    const read = await room.tell(id, { text, length, prompt, secondsUsed: 0 });
    if (!read.ok) throw new Error(read.reason);
    return read.value;
  }

  test("a telling is read, kept with its parts in place and noted as evidence", async () => {
    const story = await told("Fraud at noon", STORY);
    const [telling] = story.tellings;
    const { feedback } = telling ?? {};
    expect(feedback?.standing).toMatch(/strong|sound/);
    for (const { start, end, text } of feedback?.sentences ?? []) expect(STORY.slice(start, end)).toBe(text);
    expect(feedback?.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(feedback?.probes.length).toBeGreaterThan(1);
    expect(await room.story(story.id)).toEqual({ ok: true, value: story });
    expect((await readEvidence(store.db))[0]).toMatchObject({
      feature: "stories",
      mode: "full",
      part: "practice",
      score: feedback?.score,
    });
  });

  test("what a story shows fills the matrix, and a question finds the story that answers it", async () => {
    const { id } = await told("The metric", sample("conflict").strong.text, { prompt: practised("conflict").slug });
    const bank = await room.bank();
    const row = bank.matrix.find(({ competency }) => competency === "conflict");
    expect(row?.state).toBe("covered");
    expect(row?.cells[0]).toMatchObject({ story: id });
    expect(bank.matrix.some(({ state }) => state === "gap")).toBe(true);
    expect(bank.prompts.find(({ slug }) => slug === practised("conflict").slug)?.answered).toBe(1);
    const prompt = await room.prompt(practised("conflict").slug);
    expect(prompt).toMatchObject({ value: { fitting: [{ story: id, title: "The metric" }] } });
    expect((await readEvidence(store.db))[0]).toMatchObject({ skills: ["behavioral.conflict"] });
  });

  test("a short version begins from the sentences worth most, and does not take away what the full one showed", async () => {
    const story = await told("Fraud at noon", STORY);
    const { condensed } = story;
    expect(condensed?.["half-minute"].split(/\s+/).length).toBeLessThanOrEqual(80);
    for (const sentence of condensed?.["half-minute"].match(/[^.]+\./g) ?? []) expect(STORY).toContain(sentence.trim());
    const levels = (await room.bank()).stories[0]?.levels;
    await tell(story.id, condensed?.["half-minute"] ?? "", { length: "half-minute" });
    const [summary] = (await room.bank()).stories;
    expect(summary?.levels).toEqual(levels);
    expect(summary?.lengths.toSorted()).toEqual(["full", "half-minute"]);
  });

  test("drafts and answers to follow-ups are kept; a full telling ends the draft", async () => {
    const { id } = await room.create("Untold");
    expect(await room.saveDraft(id, "It was ∂ noon")).toMatchObject({ ok: true });
    expect(await room.story(id)).toMatchObject({ value: { draft: "It was ∂ noon" } });
    const { tellings } = await tell(id, STORY);
    const ask = tellings[0]?.feedback.probes[0]?.ask ?? "";
    const answered = await room.answerProbe(id, { probe: ask, text: "By the hour." });
    expect(answered).toMatchObject({ value: { draft: "", answers: [{ probe: ask, text: "By the hour." }] } });
  });

  test("what is changed while a telling is read stays, and a story removed meanwhile is not told", async () => {
    const { id } = await room.create("Untold");
    const telling = tell(id, STORY);
    await room.rename(id, "Fraud at noon");
    expect((await telling).title).toBe("Fraud at noon");
    const gone = room.tell(id, { text: STORY, length: "full", prompt: null, secondsUsed: 0 });
    await room.remove(id);
    expect(await gone).toEqual({ ok: false, reason: "unknown-story" });
    expect(await readEvidence(store.db)).toHaveLength(1);
  });

  test("opinions are no story and cover nothing; a short version is no evidence of telling", async () => {
    const opinions =
      "I believe that teamwork is important. When I have a conflict I always try to listen. A good engineer is open to " +
      "feedback and stays calm in meetings, whatever happens.";
    const { id, tellings } = await told("Opinions", opinions, { prompt: practised("conflict").slug });
    expect(tellings[0]?.feedback).toMatchObject({ standing: "no-story", competencies: [] });
    expect((await room.bank()).matrix.every(({ state }) => state === "gap")).toBe(true);
    await tell(id, "Wrong blocks fell from 9.8 to 3.1 percent after I moved the feature.", { length: "half-minute" });
    expect(await readEvidence(store.db)).toHaveLength(1);
  });

  test("the claim ledger reads the last full telling of each story", async () => {
    const { id } = await told("Fraud at noon", "Old words.");
    await tell(id, STORY);
    await tell(id, "Short words.", { length: "half-minute" });
    expect(await room.claimTexts()).toMatchObject([{ kind: "story", text: STORY, to: `/stories/${id}` }]);
  });

  test("a removed story is gone with all that was told; its evidence stays", async () => {
    const { id } = await told("Fraud at noon", STORY);
    expect(await room.remove(id)).toMatchObject({ value: { stories: [] } });
    expect(await room.story(id)).toEqual({ ok: false, reason: "unknown-story" });
    expect(await readEvidence(store.db)).toHaveLength(1);
  });

  test("everything is exported and read back elsewhere, however often", async () => {
    const { id } = await told("Fraud ∂", `${STORY} \`\`\`fenced\`\`\``);
    await room.answerProbe(id, { probe: "Why?", text: "Because." });
    const out = join(folder.path, "out");
    expect(await room.exportTo(out)).toBe(1);
    const read = await readExportedStories(out);
    if (!read.ok) throw new Error(read.reason.join());
    const elsewhere = await openEmpty();
    const other = roomOver(elsewhere);
    for (const _ of [1, 2]) await other.restore(read.value);
    expect(await other.story(id)).toEqual(await room.story(id));
    await elsewhere.close();
  });

  test("what is not there is said, and held-out questions are not there", async () => {
    expect(await room.story("nothing")).toEqual({ ok: false, reason: "unknown-story" });
    expect(await room.rename("nothing", "x")).toEqual({ ok: false, reason: "unknown-story" });
    const { id } = await room.create("Untold");
    const heldOut = prompts.find(({ part }) => part !== "practice");
    expect(heldOut).toBeDefined();
    for (const prompt of ["nothing", heldOut?.slug ?? ""]) {
      expect(await room.prompt(prompt)).toEqual({ ok: false, reason: "unknown-prompt" });
      const body = { text: "x", length: "full" as const, prompt, secondsUsed: 0 };
      expect(await room.tell(id, body)).toEqual({ ok: false, reason: "unknown-prompt" });
    }
    expect((await room.story(id)).ok && (await readEvidence(store.db))).toEqual([]);
  });
});
