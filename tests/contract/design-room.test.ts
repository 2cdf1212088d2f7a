import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { DesignRepo, DesignRoom, loadCases } from "../../src/features/design/index.ts";
import type { Attempt } from "../../src/features/design/schema.ts";
import type { Result } from "../../src/lib/result.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { openStore, type Store } from "../../src/shared/store/store.ts";
import { tinyConfig } from "../support/real-app.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";
import { REFERENCE, writeTinyCase } from "../support/tiny-case.ts";
import { tinyReport } from "../support/tiny-report.ts";
import { onEveryEngine } from "./engines.ts";

const STRONG =
  "Each batch is a random sample of the data, so its gradient is an unbiased estimate of the full gradient. With time " +
  "series I am careful, since a shuffle would put the future into training.";

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let grader: ThreadedGrader;
  let store: Store;
  let room: DesignRoom;
  let now: number;
  beforeAll(() => {
    folder = temporaryFolder();
    const config = tinyConfig(folder.path);
    writeTinyBank(config.contentDir);
    writeTinyCase(config.contentDir);
    grader = new ThreadedGrader(config.encoderDir);
  });
  afterAll(async () => {
    await grader.close();
    folder[Symbol.dispose]();
  });
  beforeEach(async () => {
    store = await openEmpty();
    room = roomOver(store);
    now = Date.parse("2026-03-04T05:06:07.890Z");
  });
  afterEach(() => store.close());

  function roomOver(over: Store): DesignRoom {
    const { contentDir } = tinyConfig(folder.path);
    const { skills, roles } = loadBank(contentDir);
    const { cases, faults } = loadCases(contentDir, { skills, roles });
    expect(faults).toEqual([]);
    const repo = new DesignRepo(over);
    return new DesignRoom({ cases: () => cases, skills, roles, repo, grader, clock });
  }

  /** Steps, so that what comes later is later. */
  function clock(): Date {
    now += 10;
    return new Date(now);
  }

  const kept = async (done: Promise<Result<Attempt, string>>): Promise<Attempt> => {
    const result = await done;
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };
  const begun = async () => (await kept(room.begin("tiny-rows"))).id;

  test("the case is listed with its open attempt, and neither facts nor what is right are told", async () => {
    const id = await begun();
    const { cases } = await room.cases();
    expect(cases).toMatchObject([{ slug: "tiny-rows", attempts: 0, bestScore: null, open: id }]);
    const detail = await room.case("tiny-rows");
    const told = JSON.stringify(detail);
    for (const secret of ["A hundred requests", '"given"', "unbiased", "reference", "8.6 million"])
      expect(told).not.toContain(secret);
    expect(await room.case("nosuch")).toEqual({ ok: false, reason: "unknown-case" });
    expect(await room.begin("nosuch")).toEqual({ ok: false, reason: "unknown-case" });
  });

  test("a draft is kept as typed, part by part, and two changes at once both count", async () => {
    const id = await begun();
    const design = "gateway -> app:service # ∂🙂\r\n";
    await Promise.all([
      room.saveDraft(id, { phase: "design", design }),
      room.saveDraft(id, { phase: "design", written: { metrics: "recall" }, seconds: { scope: 5 } }),
      room.saveDraft(id, { phase: "design", estimates: { daily: "9M" }, seconds: { clarify: 3 } }),
    ]);
    expect(await kept(room.attempt(id))).toMatchObject({
      phase: "design",
      design,
      written: { metrics: "recall" },
      estimates: { daily: "9M" },
      seconds: { scope: 5, clarify: 3 },
    });
    expect(await room.saveDraft("nobody", { phase: "scope" })).toEqual({ ok: false, reason: "unknown-attempt" });
  });

  test("a fact is told when it is asked for, several when several are, none when none was understood", async () => {
    const id = await begun();
    await kept(room.ask(id, "What load do we have at peak?"));
    await kept(room.ask(id, "What is the p99 target, and how much may we spend a month?"));
    const { asked } = await kept(room.ask(id, "Do you like the colour of my bicycle?"));
    expect(asked.map(({ fact }) => fact?.id ?? null)).toEqual(["load", "latency", "budget", null]);
    expect(asked[0]).toMatchObject({ text: "What load do we have at peak?", fact: { about: "Requests a second" } });
  });

  test("estimates close when they are handed in, or with the first run", async () => {
    const id = await begun();
    const estimates = { daily: "9 million", tail: "0.2 s", bottleneck: "the app" };
    const { checked } = await kept(room.handIn(id, estimates));
    expect(checked?.map(({ state }) => state)).toEqual(["right", "off", "right"]);
    expect(await room.handIn(id, estimates)).toEqual({ ok: false, reason: "estimates-closed" });
    const other = await begun();
    await room.saveDraft(other, { phase: "estimate", estimates: { daily: "8.6M" } });
    const ran = await kept(room.keepRun(other, { design: REFERENCE, report: tinyReport() }));
    expect(ran.checked?.map(({ state }) => state)).toEqual(["right", "empty", "empty"]);
    expect(ran.checked?.map(({ shown }) => shown?.last)).toEqual([0.0001, 46, "service"]);
    expect(await room.handIn(other, estimates)).toEqual({ ok: false, reason: "estimates-closed" });
  });

  test("the calculator opens once the estimates are handed in, with the case's figures or one's own", async () => {
    const id = await begun();
    const ask = (estimate: string, given: Record<string, number>) => room.workOut(id, { estimate, given });
    expect(await ask("daily", {})).toEqual({ ok: false, reason: "estimates-open" });
    const { checked } = await kept(room.handIn(id, {}));
    expect(checked?.map(({ formula }) => formula)).toEqual(["rate * seconds / 1e6", "4.6 * mean", null]);
    expect(await ask("daily", {})).toEqual({ ok: true, value: { value: 8.64 } });
    expect(await ask("daily", { rate: 200, other: 7 })).toEqual({ ok: true, value: { value: 17.28 } });
    expect(await ask("bottleneck", {})).toEqual({ ok: false, reason: "unknown-estimate" });
    expect(await ask("nothing", {})).toEqual({ ok: false, reason: "unknown-estimate" });
  });

  test("after a run the interviewer asks about its weakest point; an answer is graded at once and not asked again", async () => {
    const id = await begun();
    const report = tinyReport({ missed: ["there", "fast"], utilisation: 0.97 });
    const ran = await kept(room.keepRun(id, { design: "gateway -> app:service", report }));
    expect(ran.probes.map((probe) => probe.id)).toEqual(["too-slow", "machine-lost", "service-full", "no-monitor"]);
    expect(ran.probes[0]?.because).toBe("p99 on a normal day: 150 ms, wanted at most 100 ms.");
    const answered = await kept(room.answerProbe(id, { probe: "too-slow", text: STRONG }));
    expect(answered.answers).toMatchObject([{ id: "too-slow", dimension: "serving", text: STRONG }]);
    expect(answered.answers[0]?.score).toBeGreaterThan(0.7);
    expect(answered.probes.map((probe) => probe.id)).toEqual(["machine-lost", "service-full", "no-monitor"]);
    expect(await room.answerProbe(id, { probe: "too-slow", text: "again" })).toMatchObject({ reason: "unknown-probe" });
    const again = await kept(room.keepRun(id, { design: REFERENCE, report }));
    expect(again.probes.map((probe) => probe.id)).toEqual(["machine-lost", "service-full", "no-monitor", "fairness"]);
    expect(again.runs.map(({ number, design }) => [number, design])).toEqual([
      [1, "gateway -> app:service"],
      [2, REFERENCE],
    ]);
  });

  test("finishing grades what was written, scores eleven dimensions, and leaves one row of evidence", async () => {
    const id = await begun();
    await kept(room.ask(id, "How many requests per second are there?"));
    await room.saveDraft(id, {
      phase: "defend",
      design: REFERENCE,
      written: { requirements: STRONG, metrics: STRONG, "weak-point": "" },
      seconds: { clarify: 60, design: 600 },
    });
    await kept(room.keepRun(id, { design: "gateway -> app:service", report: tinyReport({ missed: ["there"] }) }));
    await kept(room.keepRun(id, { design: REFERENCE, report: tinyReport() }));
    const { scorecard, answers, phase } = await kept(room.finish(id));
    expect(phase).toBe("scorecard");
    expect(answers.map(({ id }) => id).sort()).toEqual(["metrics", "requirements", "weak-point"]);
    expect(scorecard?.dimensions).toHaveLength(11);
    expect(scorecard?.improvement).toMatchObject({
      after: 1,
      said: expect.stringContaining("Answered when a machine"),
    });
    expect(scorecard?.missedFacts).toMatchObject([{ about: "Latency target" }]);
    const formulation = scorecard?.dimensions.find((each) => each.id === "formulation");
    expect(formulation?.evidence).toContainEqual(expect.objectContaining({ kind: "quote", good: true }));
    const evidence = await readEvidence(store.db);
    expect(evidence).toMatchObject([
      { id, feature: "design", part: "practice", secondsUsed: 660, score: scorecard?.score, skills: ["coding.arrays"] },
    ]);
    // again, and anything else, changes nothing
    expect((await kept(room.finish(id))).scorecard).toEqual(scorecard);
    expect(await readEvidence(store.db)).toHaveLength(1);
    expect(await room.saveDraft(id, { phase: "design", design: "x" })).toMatchObject({ reason: "attempt-finished" });
    expect(await room.ask(id, "What is the budget?")).toMatchObject({ reason: "attempt-finished" });
    expect(await room.case("tiny-rows")).toMatchObject({
      value: { attempts: 1, bestScore: scorecard?.score, open: null, history: [{ id, runs: 2 }] },
    });
  });

  test("an attempt that shows nothing is scored with what it lacks", async () => {
    const id = await begun();
    const { scorecard } = await kept(room.finish(id));
    expect(scorecard?.score).toBe(0);
    const unseen = scorecard?.dimensions.filter(({ score }) => score === null).map((each) => each.id);
    expect(unseen).toEqual(["architecture", "data", "modelling", "serving", "failure", "rollout", "safety"]);
  });

  test("what was asked and run cannot be changed, and comes back from a copy, however often it is put back", async () => {
    const id = await begun();
    await kept(room.ask(id, "What is the budget?"));
    await kept(room.keepRun(id, { design: REFERENCE, report: tinyReport() }));
    const whole = await new DesignRepo(store).dump();
    for (const change of [sql`update design_event set body = '[]'`, sql`delete from design_run`])
      await expect(change.execute(store.db)).rejects.toThrow("append-only");
    const elsewhere = await openStore(":memory:");
    const repo = new DesignRepo(elsewhere);
    for (const _ of [1, 2]) await repo.restore(whole);
    expect(await repo.dump()).toEqual(whole);
    await elsewhere.close();
  });
});
