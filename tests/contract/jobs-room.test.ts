import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  JobsRepo,
  JobsRoom,
  loadSample,
  type Matching,
  reachingOf,
  readExportedJobs,
} from "../../src/features/jobs/index.ts";
import { openStore, type Store } from "../../src/shared/store/store.ts";
import { type BoardServer, startBoardServer } from "../support/board-server.ts";
import { GREENHOUSE } from "../support/job-boards.ts";
import { onEveryEngine } from "./engines.ts";

const sample = loadSample("content");

/** Reads a posting by words of it alone, and knows a candidate who ranks but never tested. */
const matching: Matching = {
  readPosting(text) {
    const asked = {
      "data.ranking": /\branking\b/i,
      "evaluation.ab-tests": /\bA\/B tests?\b/i,
      "genai.agents": /\bPyTorch\b/,
    };
    const found = Object.entries(asked).flatMap(([skill, words]) => {
      const phrase = words.exec(text)?.[0];
      return phrase ? [[skill, phrase] as const] : [];
    });
    return {
      role: "mle",
      level: null,
      weights: Object.fromEntries(found.map(([skill]) => [skill, 2])),
      phrases: Object.fromEntries(found.map(([skill, phrase]) => [skill, [phrase]])),
    };
  },
  standings: async () => ({
    skills: new Map([
      ["data.ranking", { expected: 0.8, enough: true }],
      ["evaluation.ab-tests", { expected: 0.4, enough: true }],
      ["genai.agents", { expected: 0.5, enough: false }],
    ]),
    over: (weights) => (weights.has("data.ranking") ? (weights.get("data.ranking") ?? 0) * 1.8 : null),
  }),
  titleOf: (skill) => `Title of ${skill}`,
};

onEveryEngine((openEmpty) => {
  let store: Store;
  let server: BoardServer;
  let now: Date;
  beforeEach(async () => {
    [store, server] = await Promise.all([openEmpty(), startBoardServer()]);
    // the day on the candidate's own calendar is what counts
    now = new Date(2026, 10, 27, 9);
  });
  afterEach(async () => {
    await server.close();
    await store.close();
  });

  const roomOver = (over: Store, more: { matching?: Matching } = {}) =>
    new JobsRoom({
      repo: new JobsRepo(over),
      reaching: reachingOf({ version: "test", bases: { greenhouse: server.url } }),
      sample: () => sample,
      clock: () => now,
      ...more,
    });

  async function withBoard(more: { matching?: Matching } = {}): Promise<JobsRoom> {
    const room = roomOver(store, more);
    server.say(GREENHOUSE);
    await room.addSource("greenhouse:quillfern");
    await room.refresh();
    return room;
  }

  test("the sample is there without a network, marked, and put away for good once removed", async () => {
    const room = roomOver(store);
    const all = await room.search({});
    expect(all).toMatchObject({ sample: true, of: sample.length });
    expect(all.postings.every((posting) => posting.sample && posting.url === null)).toBe(true);
    expect((await room.pay({})).ranges.length).toBeGreaterThan(0);
    expect(await room.removeSample()).toMatchObject({ sample: "removed" });
    expect(await room.search({})).toMatchObject({ found: 0, sample: false });
    expect(await room.bringSampleBack()).toMatchObject({ sample: "shown" });
    expect((await room.search({})).found).toBe(sample.length);
  });

  test("invented postings are never mixed with a board's; what was saved of them stays readable", async () => {
    const room = roomOver(store);
    const [invented] = (await room.search({})).postings;
    await room.applications.begin({ postingId: invented?.id ?? "" });
    await withBoard();
    expect(await room.search({})).toMatchObject({ sample: false, found: 2 });
    expect((await room.sources()).sample).toBe("put-away");
    expect(await room.posting(invented?.id ?? "")).toMatchObject({ ok: true, value: { sample: true } });
    expect((await room.applications.board()).applications).toMatchObject([{ posting: "open" }]);
  });

  test("a search finds every word, titles first, and what another process fetched", async () => {
    const room = roomOver(store);
    await room.search({});
    await withBoard();
    const titles = async (query: Parameters<JobsRoom["search"]>[0]) =>
      (await room.search(query)).postings.map(({ title }) => title);
    expect(await titles({ text: "rank pytorch" })).toEqual(["Senior Machine Learning Engineer, Ranking"]);
    expect(await titles({ text: "rank nowhere" })).toEqual([]);
    expect(await titles({ role: "data-scientist" })).toEqual(["Data Scientist"]);
    expect(await titles({ role: "any-ai", level: "senior" })).toHaveLength(1);
    expect(await titles({ place: "new york" })).toEqual(["Data Scientist"]);
    expect(await titles({ workplace: "remote" })).toHaveLength(1);
    expect(await titles({ since: "2026-11-01" })).toHaveLength(1);
    expect(await titles({ source: "another" })).toEqual([]);
    expect(await titles({ pay: "190000 USD" })).toEqual(["Data Scientist"]);
    expect(await titles({ pay: "190001 USD" })).toEqual([]);
    expect(await titles({ pay: "90000 EUR" })).toHaveLength(1);
  });

  test("a match says what you have, what is missing and what nobody knows; without a reader there is none", async () => {
    const room = await withBoard({ matching });
    const [found] = (await room.search({ text: "ranking" })).postings;
    expect(found?.match).toEqual({ score: expect.closeTo(0.6, 6), known: expect.closeTo(2 / 3, 6) });
    const posting = await room.posting(found?.id ?? "");
    expect(posting.ok && posting.value.match).toMatchObject({
      have: [{ skill: "data.ranking", title: "Title of data.ranking", phrases: ["Ranking"], expected: 0.8 }],
      missing: [{ skill: "evaluation.ab-tests", expected: 0.4 }],
      unknown: [{ skill: "genai.agents", expected: null }],
    });
    const [other] = (await room.search({ role: "data-scientist" })).postings;
    expect(other?.match).toEqual({ score: null, known: 0 });
    expect((await roomOver(store).search({})).postings.every(({ match }) => match === null)).toBe(true);
  });

  test("pay is told by role, level and currency, each with its postings; a few are no middle", async () => {
    const room = await withBoard();
    const { ranges, postings, withPay, sample: isSample } = await room.pay({});
    expect({ postings, withPay, isSample }).toEqual({ postings: 2, withPay: 2, isSample: false });
    expect(ranges.map(({ currency }) => currency).sort()).toEqual(["EUR", "USD"]);
    expect(ranges.find(({ currency }) => currency === "USD")).toMatchObject({
      role: "data-scientist",
      n: 1,
      low: 150_000,
      high: 190_000,
      median: null,
      from: "2026-10-01T09:00:00.000Z",
      postings: [{ title: "Data Scientist", min: 150_000, max: 190_000 }],
    });
    const byPlace = await room.pay({ by: "place", place: "berlin" });
    expect(byPlace.ranges).toMatchObject([{ place: "Berlin, Germany", currency: "EUR" }]);
  });

  test("an application moves by stages, keeps its history, and is due on its day", async () => {
    const { applications } = await withBoard();
    const begun = await applications.begin({ company: "Acme ∂", title: "ML Engineer", url: null });
    if (!begun.ok) throw new Error(begun.reason);
    const { id } = begun.value;
    const one = async () => (await applications.board()).applications[0];
    expect(await one()).toMatchObject({ stage: "saved", posting: "typed", due: false, moves: [{ on: "2026-11-27" }] });
    await applications.move(id, { stage: "applied", on: "2026-11-25" });
    await applications.move(id, { stage: "applied" });
    await applications.change(id, {
      company: "Acme ∂",
      title: "ML Engineer",
      url: "https://example.com/1",
      notes: "Asked about drift.",
      contacts: [{ name: "Ada", role: "recruiter", reach: "ada@example.com" }],
      nextStep: "Write to Ada",
      remindOn: "2026-11-28",
    });
    expect(await one()).toMatchObject({ stage: "applied", due: false, contacts: [{ name: "Ada" }] });
    expect(await applications.reminders()).toEqual([]);
    now = new Date(2026, 10, 28, 0, 1);
    expect(await one()).toMatchObject({ due: true });
    expect(await applications.reminders()).toEqual([
      { applicationId: id, company: "Acme ∂", title: "ML Engineer", nextStep: "Write to Ada", on: "2026-11-28" },
    ]);
    await applications.move(id, { stage: "closed", why: "no-answer" });
    expect(await one()).toMatchObject({ stage: "closed", due: false });
    expect((await one())?.moves.map(({ stage, on, why }) => [stage, on, why])).toEqual([
      ["saved", "2026-11-27", null],
      ["applied", "2026-11-25", null],
      ["closed", "2026-11-28", "no-answer"],
    ]);
    await applications.remove(id);
    expect((await applications.board()).applications).toEqual([]);
    expect(await applications.move(id, { stage: "offer" })).toEqual({ ok: false, reason: "unknown-application" });
  });

  test("a posting is saved once", async () => {
    const room = await withBoard();
    const [posting] = (await room.search({})).postings;
    const first = await room.applications.begin({ postingId: posting?.id ?? "" });
    const second = await room.applications.begin({ postingId: posting?.id ?? "" });
    expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
    expect((await room.search({})).postings[0]?.applicationId).toBe(first.ok && first.value.id);
    expect(await room.applications.begin({ postingId: "gone" })).toEqual({ ok: false, reason: "unknown-posting" });
  });

  test("what is sent twice is begun once, and what is changed in two tabs at a time is all kept", async () => {
    const room = await withBoard();
    const [posting] = (await room.search({})).postings;
    const { applications } = room;
    const twice = await Promise.all([1, 2].map(() => applications.begin({ postingId: posting?.id ?? "" })));
    const ids = twice.map((begun) => (begun.ok ? begun.value.id : begun.reason));
    expect(new Set(ids).size).toBe(1);
    const [id = ""] = ids;
    const written = { company: "Acme", title: "ML", url: null, notes: "Drift.", contacts: [], nextStep: "" };
    await Promise.all([
      applications.move(id, { stage: "applied" }),
      applications.change(id, { ...written, remindOn: null }),
      applications.move(id, { stage: "screen" }),
    ]);
    const board = await applications.board();
    expect(board.applications).toMatchObject([{ stage: "screen", notes: "Drift." }]);
    expect(board.applications[0]?.moves.map(({ stage }) => stage)).toEqual(["saved", "applied", "screen"]);
  });

  test("everything is exported and comes back elsewhere, twice without a trace", async () => {
    const room = await withBoard();
    const [posting] = (await room.search({})).postings;
    await room.applications.begin({ postingId: posting?.id ?? "" });
    const folder = mkdtempSync(join(tmpdir(), "holdout-jobs-"));
    const elsewhere = await openStore(":memory:");
    try {
      expect(await room.exportTo(folder)).toBe(2);
      const read = await readExportedJobs(folder);
      if (!read.ok) throw new Error(read.reason.join());
      const other = roomOver(elsewhere);
      for (const _ of [1, 2]) await other.restore(read.value);
      expect(await other.search({})).toEqual(await room.search({}));
      expect(await other.sources()).toEqual(await room.sources());
      expect(await other.applications.board()).toEqual(await room.applications.board());
    } finally {
      rmSync(folder, { recursive: true });
      await elsewhere.close();
    }
  });
});
