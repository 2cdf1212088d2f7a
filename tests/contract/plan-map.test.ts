import { afterEach, beforeEach, expect, test } from "vitest";
import { PlanRepo, PlanRoom, SkillModel } from "../../src/features/plan/index.ts";
import { abilitiesAt } from "../../src/features/plan/model/abilities.ts";
import { withExercises } from "../../src/features/plan/model/exercises.ts";
import { dayNumber, observed } from "../../src/features/plan/observed.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import type { Evidence } from "../../src/shared/evidence/evidence.ts";
import { appendEvidence } from "../../src/shared/evidence/log.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { onEveryEngine } from "./engines.ts";

const DAY_MS = 86_400_000;
const NOW = new Date("2026-03-18T12:00:00.000Z"); // a Wednesday
const { skills, roles } = loadBank("content");
const tree = [...skills.values()];

function row(at: number, over: Partial<Evidence> = {}): Evidence {
  const part = at % 3 === 0 ? "holdout" : "practice";
  return {
    id: `row-${at}`,
    at: new Date(NOW.getTime() - (300 - at) * 0.2 * DAY_MS).toISOString(),
    who: "local",
    feature: "recall",
    itemId: `${part}-${at}`,
    itemVersion: "1",
    skills: [tree[at % tree.length]?.id ?? ""],
    mode: "explain",
    part,
    score: part === "holdout" ? 0.5 : 0.85,
    standardError: 0.05,
    secondsUsed: 600,
    help: { hints: at % 2, revealed: false },
    graderVersion: "test",
    ...over,
  };
}

onEveryEngine((openEmpty) => {
  let store: Store;
  let now: Date;
  let hoursAWeek: number | undefined;
  let timeZone: string;
  let targetRole: string;
  beforeEach(async () => {
    store = await openEmpty();
    now = NOW;
    hoursAWeek = undefined;
    timeZone = "UTC";
    targetRole = "data-scientist";
  });
  afterEach(() => store.close());

  const modelOver = () => new SkillModel({ repo: new PlanRepo(store), skills: tree, difficultyOf: () => undefined });
  const roomOver = (model: SkillModel) =>
    new PlanRoom({
      model,
      skills,
      roles,
      items: () => [],
      served: async () => new Set(),
      cards: async () => [
        { skills: [tree[0]?.id ?? ""], recallAt: (at) => (at.getTime() > NOW.getTime() + 10 * DAY_MS ? 0.5 : 0.95) },
      ],
      target: async () =>
        hoursAWeek === undefined ? undefined : { role: targetRole, date: "2026-03-21", hoursAWeek, timeZone },
      clock: () => now,
    });
  const append = (rows: Evidence[]) => appendEvidence(store.db, rows);

  test("a model that is kept while the log grows ends where one begun anew does, imports of older rows included", async () => {
    const kept = modelOver();
    const batches = [
      Array.from({ length: 100 }, (_, at) => row(at)),
      [row(100)],
      [row(101), row(40, { id: "imported", itemId: "older", score: 1 })],
      [row(400, { id: "ahead" })],
    ];
    for (const batch of batches) {
      await append(batch);
      const [own, fresh] = [await kept.abilities("holdout", now), await modelOver().abilities("holdout", now)];
      for (const [at, mean] of fresh.mean.entries()) expect(own.mean[at]).toBeCloseTo(mean, 6);
      expect(own.rows.length).toBe(fresh.rows.length);
      expect(await kept.abilities("holdout", now)).toBe(own);
    }
    expect((await kept.log()).map(({ id }) => id)).toEqual((await modelOver().log()).map(({ id }) => id));
  });

  test("two times of one day do not push one another out, nor does a day of many rows push out the days before", async () => {
    await append(Array.from({ length: 60 }, (_, at) => row(at)));
    const kept = modelOver();
    const [monday, mock] = [new Date(+NOW - 2 * DAY_MS), new Date(+NOW - 3_600_000)];
    const before = await kept.abilities("holdout", monday);
    for (let nth = 0; nth < 20; nth++) {
      await append([row(nth, { id: `today-${nth}`, at: new Date(+NOW - 1000 + nth).toISOString() })]);
      for (const half of ["holdout", "practice", "both"] as const) await kept.abilities(half, now);
    }
    const [then, after] = [await kept.abilities("holdout", mock), await kept.abilities("holdout", now)];
    expect(await kept.abilities("holdout", mock)).toBe(then);
    expect(await kept.abilities("holdout", now)).toBe(after);
    expect(await kept.abilities("holdout", monday)).toBe(before);
  });

  test("as many rows as before are not the same rows where an import brought older ones", async () => {
    const [morning, noon] = [new Date(+NOW - 3_600_000), now];
    await append([row(0, { at: morning.toISOString() }), row(1, { at: noon.toISOString(), score: 1 })]);
    const kept = modelOver();
    await kept.abilities("both", noon);
    await append([row(2, { at: new Date(+NOW - 7_200_000).toISOString(), score: 0 })]);
    const [own, fresh] = [await kept.abilities("both", morning), await modelOver().abilities("both", morning)];
    for (const [at, mean] of fresh.mean.entries()) expect(own.mean[at]).toBeCloseTo(mean, 6);
  });

  test("a row that is about to be written is measured as it will be once it is, and is not kept before", async () => {
    await append(Array.from({ length: 60 }, (_, at) => row(at)));
    const kept = modelOver();
    const before = await kept.abilities("holdout", now);
    const next = row(3, { id: "next", itemId: "next", at: NOW.toISOString(), part: "holdout", score: 1 });
    const foreseen = await kept.abilitiesWith(next, "holdout", now);
    expect(await kept.abilities("holdout", now)).toBe(before);
    await append([next]);
    const written = await modelOver().abilities("holdout", now);
    for (const [at, mean] of written.mean.entries()) expect(foreseen.mean[at]).toBeCloseTo(mean, 6);
    expect(foreseen.rows).toHaveLength(before.rows.length + 1);
  });

  test("what is read leanly says what the whole rows say", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => row(at));
    await append(rows);
    const day = dayNumber(now);
    const whole = withExercises(
      rows.map((each) => observed(each, () => undefined)),
      day,
    );
    const found = await modelOver().abilities("both", now);
    for (const [at, mean] of abilitiesAt(tree, whole, day).mean.entries()) expect(found.mean[at]).toBeCloseTo(mean, 6);
  });

  test("the map has every skill once, the role's weights, what fades, and where time went", async () => {
    await append(Array.from({ length: 300 }, (_, at) => row(at)));
    const room = roomOver(modelOver());
    const map = await room.map("mle");
    if (!map.ok) throw new Error(map.reason);
    const { areas, forgetting, spent, readiness } = map.value;
    const shown = areas.flatMap((area) => area.skills);
    expect(shown.map(({ id }) => id).sort()).toEqual(tree.map(({ id }) => id).sort());
    expect(shown.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(shown.filter(({ cards }) => cards > 0)).toMatchObject([{ id: tree[0]?.id, recall: 0.95 }]);
    expect(forgetting.ahead.map(({ below }) => below)).toEqual([0, 0, 1, 1]);
    expect(spent.hours).toBeCloseTo(150 / 6, 0);
    expect(spent.planned).toBeNull();
    expect(readiness.overall.optimism).toBeGreaterThan(0.1);
  });

  test("a target gives role, the interview among what fades, and hours to hold time spent against", async () => {
    hoursAWeek = 7;
    const map = await roomOver(modelOver()).map();
    if (!map.ok) throw new Error(map.reason);
    expect(map.value.readiness.role).toBe("data-scientist");
    expect(map.value.forgetting.ahead.at(-1)).toEqual({ what: "interview", days: 3, below: 0 });
    expect(map.value.spent.planned).toBeCloseTo(30);
  });

  test("the days until the interview are those of the target's time zone, as on the Today page", async () => {
    hoursAWeek = 7;
    const interview = async () => {
      const map = await roomOver(modelOver()).map();
      return map.ok ? map.value.forgetting.ahead.find(({ what }) => what === "interview")?.days : undefined;
    };
    now = new Date("2026-03-21T04:00:00.000Z");
    expect(await interview()).toBeUndefined();
    timeZone = "America/Los_Angeles"; // the evening before
    expect(await interview()).toBe(1);
  });

  test("the day of the interview is foretold once enough is known today, and not once it has come", async () => {
    const foretold = async () => {
      const readiness = await roomOver(modelOver()).readiness("mle");
      if (!readiness.ok) throw new Error(readiness.reason);
      return readiness.value;
    };
    hoursAWeek = 7;
    expect((await foretold()).forecast).toBeNull(); // nothing is known yet
    await append(Array.from({ length: 300 }, (_, at) => row(at)));
    const { forecast, overall } = await foretold();
    expect(forecast).toMatchObject({ day: "2026-03-21", days: 3 });
    const width = ({ interval: [low, high] }: { interval: [number, number] }) => high - low;
    for (const each of [forecast?.goingOn, forecast?.stopping])
      expect(width(each ?? { interval: [0, 0] })).toBeGreaterThan(width(overall.holdout));
    expect(forecast?.goingOn.expected).toBeGreaterThan(forecast?.stopping.expected ?? 1);
    now = new Date("2026-03-21T08:00:00.000Z");
    expect((await foretold()).forecast).toBeNull();
    hoursAWeek = undefined;
    now = NOW;
    expect((await foretold()).forecast).toBeNull();
  });

  test("a target with a role that the bank has no more still has a map", async () => {
    hoursAWeek = 7;
    targetRole = "of-an-earlier-bank";
    expect(await roomOver(modelOver()).map()).toMatchObject({ ok: true, value: { readiness: { role: roles[0]?.id } } });
  });

  test("readiness over time is that of past Mondays as the log stood then, and of now", async () => {
    const room = roomOver(modelOver());
    const points = async () => {
      const answered = await room.readinessOverTime("mle");
      if (!answered.ok) throw new Error(answered.reason);
      return answered.value.points;
    };
    expect(await points()).toHaveLength(1);
    await append(Array.from({ length: 300 }, (_, at) => row(at)));
    const before = await points();
    expect(before.map(({ at }) => new Date(at).getUTCDay()).slice(0, -1)).not.toContain(2);
    expect(before.slice(0, -1).every(({ at }) => new Date(at).getUTCDay() === 1)).toBe(true);
    expect(before.map(({ rows }) => rows)).toEqual(before.map(({ rows }) => rows).toSorted((a, b) => a - b));
    await append([row(301, { at: NOW.toISOString(), part: "holdout" })]);
    now = new Date(NOW.getTime() + 1000);
    const after = await points();
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)?.rows).toBe((before.at(-1)?.rows ?? 0) + 1);
  });

  test("what a mock changed is what the log said before it and says now", async () => {
    await append(Array.from({ length: 300 }, (_, at) => row(at)));
    const room = roomOver(modelOver());
    const since = new Date(+NOW - DAY_MS).toISOString();
    const unchanged = await room.change("mle", NOW.toISOString());
    expect(unchanged.ok && unchanged.value.before).toEqual(unchanged.ok && unchanged.value.now);
    const skill = tree.find(({ area }) => area === "coding")?.id ?? "";
    const mock = Array.from({ length: 12 }, (_, at) =>
      row(at, {
        id: `mock-${at}`,
        itemId: `mock-${at}`,
        at: NOW.toISOString(),
        skills: [skill],
        part: "holdout",
        score: 1,
      }),
    );
    await append(mock);
    const changed = await room.change("mle", since);
    if (!changed.ok) throw new Error(changed.reason);
    const { before, now: after, rounds } = changed.value;
    expect(after.rows - before.rows).toBeGreaterThanOrEqual(12);
    expect(after.expected).toBeGreaterThan(before.expected);
    const coding = rounds.find(({ round }) => round === "coding");
    expect((coding?.now.expected ?? 0) - (coding?.before.expected ?? 1)).toBeGreaterThan(
      after.expected - before.expected,
    );
    expect(await room.change("mle", "yesterday")).toMatchObject({ ok: false });
  });

  test("a role that there is not is told with those that there are", async () => {
    const answered = await roomOver(modelOver()).map("poet");
    expect(answered).toMatchObject({ ok: false, reason: expect.stringContaining("data-scientist") });
  });
});
