import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  PlanningRoom,
  PlanRepo,
  type PracticeItem,
  readExportedPlan,
  SkillModel,
} from "../../src/features/plan/index.ts";
import type { TargetBody, Today } from "../../src/features/plan/schema.ts";
import type { Role } from "../../src/shared/content/role.ts";
import type { Evidence } from "../../src/shared/evidence/evidence.ts";
import { appendEvidence } from "../../src/shared/evidence/log.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

const SKILLS = ["a.one", "a.two", "b.one", "b.two", "c.one"];
const skills = new Map(SKILLS.map((id) => [id, { id, title: `Skill ${id}`, area: id.slice(0, 1) }]));
const role: Role = {
  id: "mle",
  title: "ML Engineer",
  weights: { a: 0.5, b: 0.3, c: 0.2 },
  as_of: "2026-11",
  note: "as reported",
  loop: [{ round: "Coding", kind: "coding", minutes: 45, dimensions: ["correctness"] }],
};
const practice: PracticeItem[] = SKILLS.flatMap((id) =>
  [1, 2, 3].map((nth) => ({
    id: `${id}/${nth}`,
    title: `Item ${id} ${nth}`,
    to: `/recall/${id}-${nth}`,
    skills: [id],
    difficulty: nth + 1,
    minutes: 10,
  })),
);
const target: TargetBody = {
  role: "mle",
  date: "2026-12-24",
  hoursAWeek: 7,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  timeZone: "Europe/Berlin",
  startHour: 19,
};

function row(id: string, over: Partial<Evidence> = {}): Evidence {
  return {
    id,
    at: "2026-11-26T12:00:00.000Z",
    who: "local",
    feature: "recall",
    itemId: "a.one/1",
    itemVersion: "1",
    skills: ["a.one"],
    mode: "explain",
    part: "practice",
    score: 0.6,
    standardError: 0.1,
    secondsUsed: 300,
    help: { hints: 0, revealed: false },
    graderVersion: "test",
    ...over,
  };
}

onEveryEngine((openEmpty) => {
  let store: Store;
  let now: Date;
  let room: PlanningRoom;
  let due: { itemId: string; dueAt: string }[];
  let mocks: string[];
  let posting: { id: string; title: string; weights: ReadonlyMap<string, number> } | undefined;
  beforeEach(async () => {
    store = await openEmpty();
    now = new Date("2026-11-27T09:00:00Z");
    due = [];
    mocks = ["2026-11-26T12:00:00.000Z"];
    posting = undefined;
    const repo = new PlanRepo(store);
    const difficultyOf = (id: string) => practice.find((item) => item.id === id)?.difficulty;
    room = new PlanningRoom({
      repo,
      model: new SkillModel({ repo, skills: [...skills.values()], difficultyOf }),
      skills,
      roles: [role],
      practice: () => practice,
      reviews: async () => due,
      mocks: async () => mocks,
      posting: async () => posting,
      waiting: async () => ({ papers: 2, applications: 0 }),
      clock: () => now,
    });
  });
  afterEach(() => store.close());

  async function today(minutes?: number): Promise<Today> {
    const answered = await room.today({ minutes });
    if (!answered.ok) throw new Error(answered.reason);
    return answered.value;
  }
  const ids = ({ days }: Today, at = 0) => days[at]?.sessions.map(({ itemId }) => itemId);

  describe("the target", () => {
    test("is kept, replaced, and refused with its mend", async () => {
      expect((await room.target()).target).toBeNull();
      await room.setTarget(target);
      await room.setTarget({ ...target, date: null, hoursAWeek: 2.5 });
      expect((await room.target()).target).toMatchObject({ role: "mle", date: null, hoursAWeek: 2.5 });
      expect(await room.setTarget({ ...target, date: "2026-11-01" })).toMatchObject({
        ok: false,
        reason: expect.stringContaining("past"),
      });
      expect((await room.target()).target?.date).toBeNull();
    });

    test("is not needed for an answer that says so", async () => {
      expect(await today()).toMatchObject({ target: null, days: [], roles: [{ id: "mle" }] });
      expect(await room.weeklyReview()).toEqual({ ok: false, reason: "no-target" });
      expect(await room.calendar()).toEqual({ ok: false, reason: "no-target" });
      expect(await room.week()).toEqual({ days: [] });
    });

    test("that has passed leaves a plan without a date", async () => {
      await room.setTarget(target);
      now = new Date("2027-01-05T09:00:00Z");
      const later = await today();
      expect(later).toMatchObject({ datePassed: true, daysLeft: null });
      expect(later.days).toHaveLength(14);
    });

    test("may weigh what a posting asks for instead of the role", async () => {
      await room.setTarget(target);
      posting = { id: "p", title: "Platform engineer", weights: new Map([["c.one", 1]]) };
      const tailored = await today();
      expect(tailored.posting).toEqual({ id: "p", title: "Platform engineer" });
      expect(tailored.days[0]?.sessions[0]?.reason).toContain("100\u00a0% of this job description");
      expect(ids(tailored)?.every((id) => id?.startsWith("c.one"))).toBe(true);
      posting = undefined;
      expect(new Set(ids(await today())?.map((id) => id?.[0])).size).toBeGreaterThan(1);
    });
  });

  describe("today", () => {
    test("is a plan before anything was done, with pages that lead there", async () => {
      await room.setTarget(target);
      const first = await today();
      expect(first).toMatchObject({ day: "2026-11-27", daysLeft: 27, practisedDays: 0, minutesDone: 0, note: null });
      const { sessions = [] } = first.days[0] ?? {};
      expect(sessions.length).toBeGreaterThan(2);
      for (const { to, reason } of sessions) {
        expect(to).toMatch(/^\/recall\//);
        expect(reason).toMatch(/Skill /);
      }
    });

    test("takes what was done from what is set aside, and fits itself to minutes that are asked for", async () => {
      await room.setTarget(target);
      await appendEvidence(store.db, [row("1", { at: "2026-11-27T08:00:00.000Z", secondsUsed: 40 * 60 })]);
      const after = await today();
      expect(after).toMatchObject({ minutesDone: 40, practisedDays: 1 });
      expect(after.days[0]?.minutes).toBe(20);
      expect((await today(90)).days[0]?.minutes).toBe(90);
      expect((await today(10)).days[0]?.sessions).toHaveLength(1);
      await appendEvidence(store.db, [row("2", { at: "2026-11-27T08:30:00.000Z", secondsUsed: 30 * 60 })]);
      const done = await today();
      expect(done.note).toContain("is done");
      expect(done.days[0]?.sessions).toEqual([]);
    });

    test("begins at midnight of the target's time zone", async () => {
      await room.setTarget(target);
      now = new Date("2026-11-27T23:30:00Z");
      expect((await today()).day).toBe("2026-11-28");
      await room.setTarget({ ...target, timeZone: "America/New_York" });
      expect((await today()).day).toBe("2026-11-27");
    });

    test("without any time asks for nothing", async () => {
      await room.setTarget({ ...target, hoursAWeek: 0, weekdays: [] });
      const none = await today();
      expect(none.days.every(({ sessions }) => sessions.length === 0)).toBe(true);
      expect(none.note).toContain("No time is set aside");
      expect((await today(25)).days[0]?.sessions.length).toBeGreaterThan(0);
    });

    test("counts what a clock that was set back has left in the future as done", async () => {
      await room.setTarget(target);
      await appendEvidence(store.db, [row("1", { at: "2027-06-01T08:00:00.000Z", secondsUsed: 2 * 3600 })]);
      const back = await today();
      // done, but on no day that has come: it would use up every day until then
      expect(back).toMatchObject({ practisedDays: 0, minutesDone: 0, note: null });
      expect(back.days[0]?.minutes).toBe(60);
      expect(ids(back)).not.toContain("a.one/1");
      expect(await room.weeklyReview()).toMatchObject({ value: { minutes: { done: 0 }, sessions: 0 } });
    });

    test("plans a mock a week, whatever a clock that was set back has left in the future", async () => {
      await room.setTarget(target);
      mocks.push("2027-06-01T08:00:00.000Z");
      now = new Date("2026-12-05T09:00:00Z");
      expect((await today()).days[0]?.sessions.map(({ kind }) => kind)).toContain("mock");
    });

    test("in a taper takes what was done from the little that is left, and gives no more for being asked", async () => {
      await room.setTarget(target);
      await appendEvidence(
        store.db,
        ["b.one", "b.two", "c.one"].map((id) =>
          row(id, { at: "2026-12-05T08:00:00.000Z", itemId: `${id}/1`, skills: [id] }),
        ),
      );
      now = new Date("2026-12-23T09:00:00Z");
      const before = await today();
      expect(before.days[0]).toMatchObject({ phase: "taper", minutes: 15, sessions: [{ minutes: 10 }] });
      expect(before.note).toBe("1 day to go: less than usual, and nothing new.");
      expect((await today(10)).days[0]?.minutes).toBe(10);
      expect((await today(90)).days[0]?.minutes).toBe(20);
      await appendEvidence(store.db, [row("1", { at: "2026-12-23T08:00:00.000Z", secondsUsed: 15 * 60 })]);
      expect(await today()).toMatchObject({
        note: "What was set aside for today is done: 15 minutes.",
        days: [{ minutes: 0, sessions: [] }, {}],
      });
    });

    test("in a taper with nothing to look at again says so", async () => {
      await room.setTarget(target);
      now = new Date("2026-12-22T09:00:00Z");
      expect((await today()).note).toBe("2 days to go: nothing is due, and nothing new is begun. Rest.");
    });

    test("says that a day has too little time for anything", async () => {
      await room.setTarget({ ...target, hoursAWeek: 0.5 });
      expect((await today()).note).toContain("4 minutes a day is too little");
    });

    test("says what is left over where nothing fits into it", async () => {
      await room.setTarget(target);
      await appendEvidence(store.db, [row("1", { at: "2026-11-27T08:00:00.000Z", secondsUsed: 53 * 60 })]);
      expect((await today()).note).toBe("53 of 60 minutes are done, and nothing fits into the rest.");
    });

    test("asks for no review before its time, nor of what practice has no more", async () => {
      await room.setTarget(target);
      due = [
        { itemId: "a.one/1", dueAt: "2026-11-27T22:00:00.000Z" },
        { itemId: "of-an-earlier-bank", dueAt: "2026-11-20T08:00:00.000Z" },
      ];
      const early = await today();
      expect(early.due).toBe(0);
      expect(early.days[0]?.sessions.map(({ kind }) => kind)).not.toContain("reviews");
      expect(early.days[1]?.sessions[0]).toMatchObject({ kind: "reviews", title: "Review 1 answer" });
    });

    test("puts what is due first, and nothing on the day of the interview", async () => {
      await room.setTarget(target);
      due = [{ itemId: "a.one/1", dueAt: "2026-11-27T08:00:00.000Z" }];
      const waiting = await today();
      expect(waiting.due).toBe(1);
      expect(waiting.days[0]?.sessions[0]).toMatchObject({ kind: "reviews", to: "/recall" });
      now = new Date("2026-12-24T06:00:00Z");
      expect(await today()).toMatchObject({
        daysLeft: 0,
        note: expect.stringContaining("rested"),
        days: [{ sessions: [] }],
      });
    });

    test("is the same twice after a year of rows", async () => {
      await room.setTarget(target);
      const rows = Array.from({ length: 1_500 }, (_, at) => {
        const item = practice[at % practice.length];
        const when = new Date(now.getTime() - at * 21_000_000).toISOString();
        return row(`row-${at}`, { at: when, itemId: item?.id ?? "", skills: [...(item?.skills ?? [])] });
      });
      await store.db.transaction().execute((transaction) => appendEvidence(transaction, rows));
      const [one, two] = [await today(), await today()];
      expect(one).toEqual(two);
      expect(one.practisedDays).toBe(7);
      expect(one.days.some(({ sessions }) => sessions.length > 0)).toBe(true);
    });
  });

  test("an exported target comes back, but not with a time zone that there is not", async () => {
    using folder = temporaryFolder();
    await room.setTarget(target);
    expect(await room.exportTo(folder.path)).toBe(1);
    expect(await readExportedPlan(folder.path)).toMatchObject({ ok: true, value: [target] });
    const file = join(folder.path, "target.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("Europe/Berlin", "Europe/Atlantis"));
    expect(await readExportedPlan(folder.path)).toEqual({
      ok: false,
      reason: [expect.stringMatching(/target\.json: timeZone: .*Europe\/Atlantis/)],
    });
  });

  test("a first day is not behind on the six before it", async () => {
    await room.setTarget(target);
    const review = await room.weeklyReview();
    expect(review).toMatchObject({ ok: true, value: { minutes: { done: 0, planned: 60 }, sessions: 0 } });
  });

  test("the review of the week sets what was done against what was set aside", async () => {
    await room.setTarget(target);
    await appendEvidence(store.db, [
      row("old", { at: "2026-11-19T12:00:00.000Z" }),
      row("1", { at: "2026-11-21T12:00:00.000Z", secondsUsed: 600 }),
      row("2", { at: "2026-11-27T08:00:00.000Z", skills: ["b.one"], itemId: "b.one/1", secondsUsed: 1200 }),
      row("night", { at: "2026-11-27T08:10:00.000Z", skills: ["b.one"], itemId: "b.one/2", secondsUsed: 80_000 }),
    ]);
    const review = await room.weeklyReview();
    if (!review.ok) throw new Error(review.reason);
    expect(review.value).toMatchObject({
      from: "2026-11-21",
      to: "2026-11-27",
      minutes: { done: 10 + 20 + 240, planned: 420 },
      sessions: 3,
      practisedDays: 2,
      readiness: { change: null },
    });
    expect(review.value.areas).toMatchObject([
      { id: "a", minutes: 10, planned: 210 },
      { id: "b", minutes: 260, planned: 126 },
      { id: "c", minutes: 0, planned: 84 },
    ]);
    expect(review.value.next).not.toBeNull();
  });

  test("the calendar has the hour of the wall clock on both sides of a change, and the same events again", async () => {
    now = new Date("2026-10-23T09:00:00Z");
    await room.setTarget(target);
    const calendar = async () => {
      const written = await room.calendar();
      return written.ok ? written.value : "";
    };
    const first = await calendar();
    const startOf = (text: string, day: string) =>
      new RegExp(`UID:plan-${day}@holdout[\\s\\S]*?DTSTART:(\\w+)`).exec(text)?.[1];
    // on 25 October the clock goes back
    expect(startOf(first, "2026-10-24")).toBe("20261024T170000Z");
    expect(startOf(first, "2026-10-25")).toBe("20261025T180000Z");
    expect(first).toMatch(/UID:interview@holdout[\s\S]*?DTSTART;VALUE=DATE:20261224/);
    now = new Date("2026-10-23T10:00:00Z");
    const again = await calendar();
    const uids = (text: string) => text.match(/UID:.*/g);
    expect(uids(again)).toEqual(uids(first));
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    expect(sequence(again)).toBeGreaterThan(sequence(first));
  });
});
