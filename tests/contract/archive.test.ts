import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJudge } from "../../src/app.ts";
import { exportEverything, importEverything } from "../../src/archive.ts";
import { ClaimsRepo, ClaimsRoom } from "../../src/features/claims/index.ts";
import { CodeReader, CodingRepo, CodingRoom } from "../../src/features/coding/index.ts";
import { CompaniesRepo, CompaniesRoom } from "../../src/features/companies/index.ts";
import { DesignRepo, DesignRoom, loadCases } from "../../src/features/design/index.ts";
import { ExplainRepo, ExplainRoom } from "../../src/features/explain/index.ts";
import { ImpactRepo, ImpactRoom } from "../../src/features/impact/index.ts";
import { InterviewRepo, InterviewRoom } from "../../src/features/interview/index.ts";
import { JobsRepo, JobsRoom, reachingOf } from "../../src/features/jobs/index.ts";
import { DiagnosticRepo, DiagnosticRoom, PlanningRoom, PlanRepo, SkillModel } from "../../src/features/plan/index.ts";
import { PortfolioRepo, PortfolioRoom, scanDepsOf, scanOriginOf } from "../../src/features/portfolio/index.ts";
import { FeedsRepo, PapersRepo, ReadingRoom } from "../../src/features/reading/index.ts";
import { breadthRound, diagnosticQuestions, RecallRepo, RecallRoom } from "../../src/features/recall/index.ts";
import { StoriesRepo, StoriesRoom } from "../../src/features/stories/index.ts";
import { lexiconOf, TailoringRepo, TailoringRoom } from "../../src/features/tailoring/index.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadDrills } from "../../src/shared/content/explain-bank.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import { appendEvidence } from "../../src/shared/evidence/log.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import { hearingOf } from "../../src/shared/rounds/hearing.ts";
import { openStore, type Store } from "../../src/shared/store/store.ts";
import { DRILL, writeOneDrill } from "../support/explain-drills.ts";
import { monthlyGrant, plainOffer } from "../support/offers.ts";
import { tinyConfig } from "../support/real-app.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";
import { writeTinyCase } from "../support/tiny-case.ts";
import { tinyReport } from "../support/tiny-report.ts";
import { onEveryEngine } from "./engines.ts";

const NOTES = {
  problem: "Models sound as sure of what is false as of what is true.",
  method: "They sample ten answers and prefer silence where few are right.",
  result: "Wrong answers fall from a third to a fifth of those given.",
  limit: "",
  relation: "",
  question: "",
};
const now = new Date("2026-03-04T05:06:07.890Z");

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: Store;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = await openEmpty();
  });
  afterEach(async () => {
    await store.close();
    folder[Symbol.dispose]();
  });

  /** What the archive needs of an app, over a store; its judge is closed, so that submissions stay unjudged. */
  function roomOver(store: Store) {
    const config = tinyConfig(folder.path);
    writeTinyBank(config.contentDir);
    writeTinyCase(config.contentDir);
    writeOneDrill(config.contentDir);
    const bank = loadBank(config.contentDir);
    const judge = openJudge(config, 1);
    judge.close();
    const more = { reader: new CodeReader(), clock: () => now, graderVersion: "g", reportBug: console.error };
    const coding = new CodingRoom({ repo: new CodingRepo(store), bank, judge, ...more });
    const { questions } = loadQuestions(config.contentDir, bank);
    const { skills, roles } = bank;
    const grader = new ThreadedGrader(join(folder.path, "no encoder"));
    const language = new LanguageModelStore(config.home);
    const repo = new RecallRepo(store);
    const recall = new RecallRoom({
      questions: () => questions,
      skills,
      roles,
      repo,
      grader,
      language,
      clock: () => now,
    });
    const { cases } = loadCases(config.contentDir, bank);
    const { drills } = loadDrills(config.contentDir, bank);
    const explain = new ExplainRoom({
      drills: () => drills,
      skills,
      roles,
      repo: new ExplainRepo(store),
      grader,
      language,
      clock: () => now,
    });
    const stories = new StoriesRoom({
      repo: new StoriesRepo(store),
      grader,
      prompts: () => [],
      competencies: () => ({ competencies: [], faults: [], version: "none" }),
      roles,
      clock: () => now,
    });
    const impact = new ImpactRoom({ repo: new ImpactRepo(store), clock: () => now });
    const claims = new ClaimsRoom({
      repo: new ClaimsRepo(store),
      grader,
      clock: () => now,
      sources: () => impact.claimTexts(),
    });
    const design = new DesignRoom({
      cases: () => cases,
      skills,
      roles,
      repo: new DesignRepo(store),
      grader,
      clock: () => now,
    });
    const portfolio = new PortfolioRoom({
      repo: new PortfolioRepo(store),
      scan: scanOriginOf(scanDepsOf(config)),
      github: config.github,
      clock: () => now,
    });
    const breadth = breadthRound({
      questions: () => questions,
      skills,
      roles,
      hearing: hearingOf({ grader, language, clock: () => now }),
      graderVersion: () => grader.version,
    });
    const interview = new InterviewRoom({
      repo: new InterviewRepo(store),
      providers: [breadth],
      roles,
      skills,
      language,
      clock: () => now,
      reportBug: (error) => {
        throw error;
      },
    });
    const companies = new CompaniesRoom({ repo: new CompaniesRepo(store), questions: () => [], clock: () => now });
    const planRepo = new PlanRepo(store);
    const model = new SkillModel({ repo: planRepo, skills: [...skills.values()], difficultyOf: () => undefined });
    // every question of this small bank is for practice: here some are held out
    const held = () => questions.map((each) => ({ ...each, part: "holdout" as const }));
    const diagnostic = new DiagnosticRoom({
      repo: new DiagnosticRepo(store),
      skills,
      roles,
      questions: diagnosticQuestions({ questions: held, grader, language, clock: () => now }),
      model,
      servedInMocks: async () => new Set(),
      clock: () => now,
    });
    const planning = new PlanningRoom({
      repo: planRepo,
      model,
      skills,
      roles,
      practice: () => [],
      reviews: async () => [],
      mocks: async () => [],
      posting: async () => undefined,
      waiting: async () => ({ papers: 0, applications: 0 }),
      clock: () => now,
    });
    const reading = new ReadingRoom({
      papers: new PapersRepo(store),
      feeds: new FeedsRepo(store),
      skills,
      grader,
      language,
      net: { lookup: async () => [], loopback: "refused", agent: "test" },
      clock: () => now,
      wait: async () => {},
    });
    const jobs = new JobsRoom({
      repo: new JobsRepo(store),
      reaching: reachingOf({ version: "test", bases: {} }),
      sample: () => [],
      clock: () => now,
    });
    const tailoring = new TailoringRoom({
      repo: new TailoringRepo(store),
      lexicon: () => lexiconOf({ skills: {}, kinds: {} }, []),
      skills,
      roles,
      usualWeights: () => new Map(),
      standings: async () => new Map(),
      practice: () => [],
      stories: async () => [],
      projects: async () => [],
      cv: async () => undefined,
      fetchPosting: async () => ({ ok: false, reason: "no network" }),
      clock: () => now,
    });
    const told = {
      stories,
      explain,
      impact,
      claims,
      portfolio,
      interview,
      companies,
      diagnostic,
      planning,
      reading,
      jobs,
      tailoring,
    };
    return { config, clock: () => now, store, coding, recall, design, ...told, grader };
  }

  async function used() {
    const room = roomOver(store);
    await room.coding.saveDraft("double", "# draft ∂\r\n");
    await room.coding.takeHint("double");
    await room.coding.reveal("levels");
    await room.coding.submit({ slug: "double", code: "x = '```'\n", mode: "submit", secondsUsed: 1.5 });
    await room.coding.settled();
    const story = await room.stories.create("Fraud ∂");
    await room.stories.tell(story.id, { text: "∂ ```a```", length: "full", prompt: null, secondsUsed: 0 });
    await room.stories.answerProbe(story.id, { probe: "Why?", text: "I do not know." });
    const told = await room.explain.explain(DRILL, { audience: "junior", text: "∂ ```a```", secondsUsed: 9.5 });
    await room.explain.followUp(told.ok ? told.value.id : "", "I do not know.");
    await room.companies.add("Acme ∂");
    await room.companies.addOffer({ ...plainOffer("Acme ∂"), grants: [monthlyGrant(40_000)] });
    await room.planning.setTarget({
      role: "mle",
      date: "2026-04-01",
      hoursAWeek: 7.5,
      weekdays: [1, 7],
      timeZone: "Europe/Berlin",
      startHour: 19,
    });
    await room.impact.add({ text: "Cut p99 latency from 240 ms to 95 ms.", calculation: null });
    await room.portfolio.takeResume('{"basics": {"name": "Ada ∂"}}');
    const kept = await room.tailoring.add({ text: "ML Engineer ∂\n\n```You``` train neural networks." });
    await room.tailoring.prepare(kept.ok ? kept.value.posting.id : "");
    for await (const _ of room.portfolio.add({ origin: { kind: "told" }, name: "Bikes ∂" }));
    const paper = await room.reading.add({ title: "∂ `paper`", authors: ["Ada"], url: null, arxivId: "2401.12345v2" });
    const paperId = paper.ok ? paper.value.paper.id : "";
    await room.reading.saveNotes(paperId, { ...NOTES, question: "∂ ```a```" });
    await room.reading.teachBack(paperId, { listener: "colleague", text: NOTES.method, secondsUsed: 60 });
    await room.reading.subscriptions.add("https://example.org/feed.xml");
    await room.claims.add({ name: "CV ∂", kind: "cv", text: "- Cut costs by 400 %." });
    const [finding] = (await room.claims.ledger()).findings;
    await room.claims.settle(finding?.id ?? "", "It was ```fenced```.");
    const mock = await room.interview.create({
      title: "Mock ∂",
      role: "mle",
      difficulty: 3,
      rounds: [{ kind: "breadth", title: "Breadth", minutes: 45, breakMinutes: 0 }],
      settings: { persona: "warm", nudgeAfterSeconds: null, interrupts: false },
    });
    const held = mock.ok ? await room.interview.begin(mock.value.id, { event: "event-1", after: 0 }) : mock;
    if (!held.ok || !mock.ok) throw new Error(JSON.stringify(held));
    const said = { event: "event-2", after: held.value.seq, elapsedMs: 60_000, text: "∂ ```a```", spoken: null };
    await room.interview.say(mock.value.id, said);
    const measured = await room.diagnostic.begin("mle");
    if (!measured.ok) throw new Error(JSON.stringify(measured));
    await room.diagnostic.reply(measured.value.id, { seq: 1, kind: "answered", text: "∂ ```a```", secondsUsed: 9.5 });
    // only now: what was practised is not held out, and the diagnostic would have no second question
    const answer = { text: "Each batch is a random sample.", seed: 7, session: "s", secondsUsed: 30 };
    await room.recall.answer("random-order", answer);
    await room.jobs.addSource("lever:acme");
    const job = { company: "Acme ∂", title: "ML Engineer", url: "https://example.com/1" };
    await room.jobs.applications.begin(job);
    const begun = await room.design.begin("tiny-rows");
    const id = begun.ok ? begun.value.id : "";
    await room.design.ask(id, "What is the budget?");
    await room.design.saveDraft(id, { phase: "design", design: "gateway -> app:service # ∂\r\n" });
    await room.design.keepRun(id, { design: "gateway -> app:service", report: tinyReport() });
    await room.design.finish(id);
    await room.grader.close();
    const help = { hints: 1, revealed: false };
    const row = { id: "e1", at: now.toISOString(), who: "local", feature: "coding", itemId: "i", itemVersion: "v" };
    const more = { skills: ["a.b"], mode: "submit", part: "practice" as const, score: 1 / 3, standardError: 0.1 };
    await appendEvidence(store.db, [{ ...row, ...more, secondsUsed: 1e-3, help, graderVersion: "g" }]);
    return room;
  }

  const filesIn = (path: string) =>
    Object.fromEntries(
      readdirSync(path, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.\w+$/.test(name))
        .map((name) => [name, readFileSync(join(path, name), "utf8")]),
    );

  test("everything exported and imported elsewhere exports as the same files, however often", async () => {
    const room = await used();
    const [out, again] = [join(folder.path, "out"), join(folder.path, "again")];
    expect(await exportEverything(room, out)).toEqual({
      ok: true,
      value: {
        coding: 2,
        recall: 1,
        design: 1,
        explain: 1,
        impact: 1,
        interviews: 1,
        companies: 1,
        plan: 1,
        jobs: 2,
        claims: 1,
        portfolio: 2,
        reading: 2,
        stories: 1,
        diagnostics: 1,
        tailoring: 1,
        evidence: 8,
      },
    });
    const elsewhere = roomOver(await openStore(":memory:"));
    for (const _ of [1, 2]) expect(await importEverything(elsewhere, out)).toMatchObject({ ok: true });
    await exportEverything(elsewhere, again);
    expect(filesIn(again)).toEqual(filesIn(out));
    const [project] = (await room.portfolio.portfolio()).projects;
    const [story] = (await room.stories.bank()).stories;
    const [mock] = (await room.interview.home()).sessions;
    const { open: measured } = await room.diagnostic.home();
    const [paper] = (await room.reading.overview()).papers;
    const [feed] = (await room.reading.subscriptions.list()).feeds;
    const [board] = (await room.jobs.sources()).sources;
    const [posting] = (await room.tailoring.postings()).postings;
    expect(Object.keys(filesIn(out)).sort()).toEqual(
      [
        "README.md",
        "claims/claims.json",
        "claims/claims.md",
        "coding/double.json",
        "coding/double.md",
        "coding/levels.json",
        "coding/levels.md",
        "companies/companies.json",
        "companies/companies.md",
        "design/tiny-rows.json",
        "design/tiny-rows.md",
        "evidence.json",
        `explain/${DRILL}.json`,
        `explain/${DRILL}.md`,
        "impact/lines.json",
        "impact/lines.md",
        "holdout.json",
        "plan/target.json",
        "plan/target.md",
        "jobs/applications.json",
        "jobs/applications.md",
        `jobs/${board?.id}.json`,
        `jobs/${board?.id}.md`,
        "recall/random-order.json",
        "recall/random-order.md",
        ...[
          `diagnostics/${measured?.id}`,
          `interviews/${mock?.id}`,
          `portfolio/${project?.id}`,
          "portfolio/resume",
          `reading/${paper?.id}`,
          `reading/${feed?.id}`,
          `stories/${story?.id}`,
          `tailoring/${posting?.id}`,
        ].flatMap((name) => [`${name}.json`, `${name}.md`]),
      ].sort(),
    );
    await elsewhere.store.close();
  });

  test("an export replaces an earlier one, and never a folder of anything else", async () => {
    const room = await used();
    const out = join(folder.path, "out");
    await exportEverything(room, out);
    writeFileSync(join(out, "coding", "stale.json"), "{}");
    expect(await exportEverything(room, out)).toMatchObject({ ok: true });
    expect(existsSync(join(out, "coding", "stale.json"))).toBe(false);
    expect(readdirSync(folder.path)).not.toContain("out.partial");
    expect(await exportEverything(room, folder.path)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("not empty"),
    });
  });

  test("a damaged or foreign folder is refused as a whole, with the file that is wrong", async () => {
    const room = await used();
    const out = join(folder.path, "out");
    await exportEverything(room, out);
    writeFileSync(join(out, "coding", "double.json"), '{"drafts": 1}');
    const elsewhere = roomOver(await openStore(":memory:"));
    const refused = await importEverything(elsewhere, out);
    expect(refused).toMatchObject({ ok: false, reason: [expect.stringContaining("double.json: drafts")] });
    expect(await importEverything(elsewhere, folder.path)).toMatchObject({ ok: false });
    expect((await elsewhere.coding.problems()).problems.every(({ state }) => state === "new")).toBe(true);
    await elsewhere.store.close();
  });
});
