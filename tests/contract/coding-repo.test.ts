import { afterEach, beforeEach, expect, test } from "vitest";
import { CodingRepo } from "../../src/features/coding/repo.ts";
import type { Verdict } from "../../src/features/coding/schema.ts";
import type { Submission } from "../../src/features/coding/stored.ts";
import type { Evidence } from "../../src/shared/evidence/evidence.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { onEveryEngine } from "./engines.ts";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const CODE = 'def f(x):\n    return "ä∂🙂" # \u2028\t\n';

const waiting: Submission = {
  id: "s1",
  itemId: "item",
  itemVersion: "v1",
  mode: "submit",
  code: CODE,
  secondsUsed: 12.25,
  levels: 1,
  help: { hints: 2, revealed: true },
  submittedAt: at(1),
  judgedAt: null,
  result: null,
  reading: null,
};
const test1 = { name: "t", why: "w", visible: true, level: 1, fault: null, message: "", ms: 1 };
const accepted: Verdict = {
  verdict: "accepted",
  tier: "numpy",
  sandbox: "full",
  tests: [{ ...test1, status: "passed", got: "a\u0000b" }],
  wallMs: 5.5,
  cpuMs: 3,
  peakMemoryMb: 30,
  stdout: "",
};
const judged: Submission = { ...waiting, judgedAt: at(2), result: accepted };
const evidence: Evidence = {
  id: "s1",
  at: at(2),
  who: "local",
  feature: "coding",
  itemId: "item",
  itemVersion: "v1",
  skills: ["a.b"],
  mode: "submit",
  part: "practice",
  score: 1,
  standardError: 0.2,
  secondsUsed: 12.25,
  help: { hints: 2, revealed: true },
  graderVersion: "judge-1",
};

onEveryEngine((openEmpty) => {
  let store: Store;
  let repo: CodingRepo;
  beforeEach(async () => {
    store = await openEmpty();
    repo = new CodingRepo(store);
  });
  afterEach(() => store.close());

  test("a draft comes back as typed, and the last one wins", async () => {
    expect(await repo.draft("item")).toBeUndefined();
    await repo.saveDraft({ itemId: "item", code: "x", savedAt: at(9) });
    // a clock that was set back must not swallow what is typed
    await repo.saveDraft({ itemId: "item", code: CODE, savedAt: at(1) });
    expect(await repo.draft("item")).toEqual({ itemId: "item", code: CODE, savedAt: at(1) });
  });

  test("an acknowledged submission waits until its verdict is stored with its evidence", async () => {
    await repo.acknowledge(waiting);
    expect(await repo.unjudged()).toEqual([waiting]);
    expect(await repo.conclude(judged, evidence)).toBe(true);
    expect(await repo.unjudged()).toEqual([]);
    expect(await repo.submission("s1")).toEqual(judged);
    expect(await readEvidence(store.db)).toEqual([evidence]);
  });

  test("a second verdict changes nothing and adds no evidence", async () => {
    await repo.acknowledge(waiting);
    await repo.conclude(judged, evidence);
    const again = { ...judged, result: { ...accepted, verdict: "cancelled" as const } };
    expect(await repo.conclude(again, { ...evidence, id: "other" })).toBe(false);
    expect(await repo.submission("s1")).toEqual(judged);
    expect(await readEvidence(store.db)).toEqual([evidence]);
  });

  test("history lists newest first with verdict and counts", async () => {
    await repo.acknowledge(waiting);
    await repo.acknowledge({ ...waiting, id: "s2", mode: "run", submittedAt: at(3) });
    await repo.conclude(judged, evidence);
    expect(await repo.submissionsOf("item")).toMatchObject([
      { id: "s2", mode: "run", verdict: null, passed: 0, total: 0 },
      { id: "s1", mode: "submit", verdict: "accepted", passed: 1, total: 1 },
    ]);
  });

  test("progress counts attempts and levels; a run of the visible tests solves nothing", async () => {
    await repo.acknowledge({ ...waiting, mode: "run" });
    await repo.conclude({ ...judged, mode: "run" }, undefined);
    expect(await repo.progress("item")).toEqual(new Map([["item", { attempts: 1, levelsPassed: 0 }]]));
    await repo.acknowledge({ ...waiting, id: "s2" });
    await repo.conclude({ ...judged, id: "s2" }, undefined);
    await repo.acknowledge({ ...waiting, id: "s3", itemId: "other" });
    expect((await repo.progress()).get("item")).toEqual({ attempts: 2, levelsPassed: 1 });
    expect((await repo.progress()).get("other")).toEqual({ attempts: 1, levelsPassed: 0 });
  });

  test("hints and reveals are kept once", async () => {
    for (const index of [1, 2, 2]) await repo.takeHint({ itemId: "item", index, takenAt: at(index) });
    expect(await repo.hintsTaken("item")).toEqual([1, 2]);
    await repo.reveal({ itemId: "item", itemVersion: "v1", revealedAt: at(1) });
    await repo.reveal({ itemId: "item", itemVersion: "v1", revealedAt: at(2) });
    expect(await repo.isRevealed("item", "v1")).toBe(true);
    expect(await repo.isRevealed("item", "v2")).toBe(false);
  });

  test("everything dumped and restored elsewhere is the same, twice too", async () => {
    await repo.saveDraft({ itemId: "item", code: CODE, savedAt: at(1) });
    await repo.acknowledge({ ...judged, reading: [{ line: 1, rule: "F401", message: "m", severity: "advice" }] });
    await repo.acknowledge({ ...waiting, id: "s2" });
    await repo.takeHint({ itemId: "item", index: 1, takenAt: at(1) });
    await repo.reveal({ itemId: "item", itemVersion: "v1", revealedAt: at(1) });
    const records = await repo.dump();
    const elsewhere = await openEmpty();
    const restored = new CodingRepo(elsewhere);
    await restored.restore(records);
    await restored.restore(records);
    expect(await restored.dump()).toEqual(records);
    await elsewhere.close();
  });

  test("restoring keeps the newer draft and the judged submission", async () => {
    await repo.saveDraft({ itemId: "item", code: "newer", savedAt: at(5) });
    await repo.acknowledge(judged);
    const drafts = [{ itemId: "item", code: "older", savedAt: at(4) }];
    await repo.restore({ drafts, submissions: [waiting], hints: [], reveals: [] });
    expect((await repo.draft("item"))?.code).toBe("newer");
    expect(await repo.submission("s1")).toEqual(judged);
  });
});
