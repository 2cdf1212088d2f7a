import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ExplainRepo, ExplainRoom, readExportedExplanations } from "../../src/features/explain/index.ts";
import type { ReadAttempt } from "../../src/features/explain/schema.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadDrills } from "../../src/shared/content/explain-bank.ts";
import type { Audience } from "../../src/shared/content/explain-drill.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { DRILL, listenerNamed, typed, writeOneDrill } from "../support/explain-drills.ts";
import { startModelServer } from "../support/model-server.ts";
import { tinyConfig } from "../support/real-app.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

const EXECUTIVE = listenerNamed("executive");
const JUNIOR = listenerNamed("junior");
const STRONG = typed(EXECUTIVE.answers.strong.text);
const PARTIAL = typed(EXECUTIVE.answers.partial.text);
const DECISION = "What I need from you is a price: how many good customers may we annoy to save a thousand euros?";

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let grader: ThreadedGrader;
  let store: Store;
  let room: ExplainRoom;
  let now: Date;
  beforeAll(() => {
    folder = temporaryFolder();
    const config = tinyConfig(folder.path);
    writeTinyBank(config.contentDir);
    writeOneDrill(config.contentDir);
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

  function roomOver(over: Store): ExplainRoom {
    const { contentDir } = tinyConfig(folder.path);
    const { skills, roles } = loadBank(contentDir);
    const { drills } = loadDrills(contentDir, { skills, roles });
    const language = new LanguageModelStore(join(folder.path, "home"));
    const repo = new ExplainRepo(over);
    return new ExplainRoom({ drills: () => drills, skills, roles, repo, grader, language, clock: () => now });
  }

  const explain = async (text: string, audience: Audience = "executive"): Promise<ReadAttempt> => {
    now = new Date(now.getTime() + 60_000);
    const read = await room.explain(DRILL, { audience, text, secondsUsed: 60 });
    if (!read.ok) throw new Error(read.reason);
    return read.value;
  };

  test("an explanation is read as its listener hears it, kept with its evidence, and its score is a sum", async () => {
    const read = await explain(STRONG);
    expect(read.reading.score).toBeGreaterThan(0.8);
    for (const { span } of read.criteria) expect(span && STRONG.slice(span.start, span.end)).toBe(span?.text);
    const sum = read.reading.sum.reduce((total, { amount }) => total + amount, 0);
    expect(sum).toBeCloseTo(read.reading.score, 9);
    expect(read.reference).toBe(EXECUTIVE.reference);
    expect(await room.attempt(read.id)).toEqual({ ok: true, value: read });
    const [evidence] = await readEvidence(store.db);
    expect(evidence).toMatchObject({
      feature: "explain",
      mode: "explain",
      part: "practice",
      score: read.reading.score,
      skills: ["evaluation.classification-metrics", "communication.explaining"],
      help: { hints: 0, revealed: false },
    });
    const list = await room.concepts();
    expect(list.concepts[0]?.audiences[0]).toEqual({
      audience: "executive",
      attempts: 1,
      last: read.reading.score,
      best: read.reading.score,
    });
    expect(list.next).toMatchObject({ slug: DRILL, why: "other-listener" });
  });

  test("what must come across, and which words are not known, is not told before", async () => {
    const told = JSON.stringify([await room.concept(DRILL), await room.concepts()]);
    for (const secret of [
      EXECUTIVE.reference.slice(0, 40),
      "two-questions",
      "how much of the fraud we catch",
      "smoke detector",
    ])
      expect(told).not.toContain(secret);
    expect(told).toContain("chief operating officer");
  });

  test("words that the listener does not know cost points, and what to say instead stands beside their places", async () => {
    const text = `${STRONG} Our recall is 0.7 and the F1 is fine.`;
    const read = await explain(text);
    const found = read.reading.terms.unexplained.map(({ term, instead, uses }) => [
      term,
      instead,
      uses.map(({ start, end }) => text.slice(start, end)),
    ]);
    expect(found).toEqual([
      ["recall", "how much of the fraud we catch", ["recall"]],
      ["F1", "leave it out, it mixes two things that cost you differently", ["F1"]],
    ]);
    expect(read.reading.sum).toContainEqual({ part: "terms", amount: -0.16 });
  });

  test("a distortion holds the score down, however much else came across", async () => {
    const read = await explain(`${STRONG} It is right 99 percent of the time, so it hardly makes any mistakes.`);
    expect(read.distortions.map(({ id }) => id)).toEqual(["high-figure-means-good"]);
    expect(read.reading.score).toBeLessThanOrEqual(0.5);
  });

  test("the listener asks for what is missing, and the answer is graded on that alone", async () => {
    const read = await explain(PARTIAL);
    expect(read.nextAsk).toBe("Fine. And what am I supposed to decide?");
    const answered = await room.followUp(read.id, DECISION);
    if (!answered.ok) throw new Error(answered.reason);
    const [followUp] = answered.value.followUps;
    expect(followUp).toMatchObject({ criterion: "decision-wanted", text: DECISION, abstained: false });
    expect(followUp?.came?.probability).toBeGreaterThan(0.6);
    expect(answered.value.reading.score).toBe(read.reading.score);
    expect(answered.value.nextAsk).not.toBe(read.nextAsk);
    expect(await room.attempt(read.id)).toEqual(answered);
    expect(await readEvidence(store.db)).toHaveLength(1);
  });

  test("the listener stops asking after a while", async () => {
    const { id } = await explain(
      "I would rather send you a report with all of the details next week, if that suits you.",
    );
    for (let asked = 0; asked < 3; asked++)
      expect(await room.followUp(id, "I do not know.")).toMatchObject({ ok: true });
    expect(await room.followUp(id, "I do not know.")).toEqual({ ok: false, reason: "nothing-asked" });
    expect(await room.attempt(id)).toMatchObject({ value: { nextAsk: null } });
  });

  test("the model explanation, once seen, is not one's own; a later explanation is told as helped", async () => {
    await explain(PARTIAL);
    const copied = await explain(typed(EXECUTIVE.reference));
    expect(copied.reading.flags).toContain("model-copied");
    expect(copied.reading.score).toBeLessThanOrEqual(0.3);
    const own = await explain(STRONG);
    expect(own.reading.flags).toEqual([]);
    expect((await readEvidence(store.db)).map(({ help }) => help.revealed)).toEqual([false, true, true]);
  });

  test("two explanations stand side by side: told twice is told from adapted", async () => {
    const left = await explain(STRONG);
    const right = await explain(typed(JUNIOR.answers.strong.text), "junior");
    const again = await explain(`Hi. ${STRONG}`, "junior");
    const adapted = await room.sideBySide(DRILL, { left: left.id, right: right.id });
    if (!adapted.ok) throw new Error(adapted.reason);
    expect(adapted.value.verdict).toBe("adapted");
    const standsIn = (id: string) => {
      const idea = adapted.value.ideas.find((each) => each.id === id);
      return idea && [idea.left > 0.6, idea.right > 0.6];
    };
    expect(standsIn("decision-wanted")).toEqual([true, false]);
    expect(standsIn("denominators")).toEqual([false, true]);
    expect(adapted.value.right.terms).toContainEqual({ term: "threshold", standing: "known" });
    const told = await room.sideBySide(DRILL, { left: left.id, right: again.id });
    expect(told).toMatchObject({ ok: true, value: { verdict: "not-adapted" } });
    expect(await room.sideBySide(DRILL, { left: left.id, right: "nobody" })).toMatchObject({
      reason: "unknown-explanation",
    });
  });

  test("a language model is heard and never decides alone; one that fails leaves the offline grade with a note", async () => {
    const offline = await explain(PARTIAL);
    const language = new LanguageModelStore(join(folder.path, "home"));
    const reply = { met: true, quote: "words that nobody said here", sure: 1 };
    const server = await startModelServer(() => ({ text: JSON.stringify(reply) }));
    try {
      language.write({ provider: "openai-compatible", model: "m", baseUrl: server.url, apiKey: "" });
      const heard = await explain(PARTIAL);
      expect(heard.reading.engine).toBe("llm");
      expect(heard.reading.score).toBeLessThan(offline.reading.score);
    } finally {
      await server.close();
    }
    const alone = await explain(PARTIAL);
    expect(alone.reading).toMatchObject({
      engine: "embedded",
      note: expect.stringContaining("Graded offline instead"),
    });
    language.remove();
  });

  test("everything is exported and read back elsewhere, however often", async () => {
    const { id } = await explain("∂ ```fenced``` text\r\nfor the board.");
    await room.followUp(id, "I do not know.");
    const out = join(folder.path, "out");
    expect(await room.exportTo(out)).toBe(1);
    expect(readFileSync(join(out, `${DRILL}.md`), "utf8")).toContain("# Precision and recall");
    const read = await readExportedExplanations(out);
    if (!read.ok) throw new Error(read.reason.join());
    const elsewhere = await openEmpty();
    const other = roomOver(elsewhere);
    for (const _ of [1, 2]) await other.restore(read.value);
    expect(await other.attempt(id)).toEqual(await room.attempt(id));
    expect((await other.concepts()).concepts[0]?.audiences[0]?.attempts).toBe(1);
    await elsewhere.close();
  });

  test("what is not there is said", async () => {
    const body = { text: "x", secondsUsed: 1 };
    expect(await room.explain("nothing", { audience: "executive", ...body })).toMatchObject({
      reason: "unknown-concept",
    });
    expect(await room.explain(DRILL, { audience: "researcher", ...body })).toMatchObject({
      reason: "unknown-listener",
    });
    expect(await room.attempt("nothing")).toMatchObject({ reason: "unknown-explanation" });
    expect(await room.followUp("nothing", "x")).toMatchObject({ reason: "unknown-explanation" });
  });
});
