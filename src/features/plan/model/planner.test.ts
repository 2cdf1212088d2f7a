import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Practicable, SkillState } from "./gain.ts";
import type { MockRound } from "./plan-reasons.ts";
import { minutesIn, RULES } from "./plan-rules.ts";
import { type PlanInput, type PlannedDay, planDays } from "./planner.ts";

const TODAY = 20_000;

const skill = (id: string, over: Partial<SkillState> = {}): SkillState => ({
  id,
  area: id.split(".")[0] ?? "",
  mean: 0,
  variance: 1.4,
  share: 0.1,
  days: 0,
  last: null,
  ...over,
});

const item = (id: string, skills: string[], over: Partial<Practicable> = {}): Practicable => ({
  id,
  skills,
  difficulty: 2,
  minutes: 10,
  times: 0,
  last: null,
  ...over,
});

const IDS = ["a.one", "a.two", "a.three", "b.one", "b.two", "c.one"];
const ROUND: MockRound = { kind: "coding", round: "coding", minutes: 45, expected: null };

function given(over: Partial<PlanInput> = {}): PlanInput {
  return {
    today: TODAY,
    interview: null,
    minutesOn: () => 60,
    skills: new Map(IDS.map((id) => [id, skill(id)])),
    items: IDS.flatMap((id) => [1, 2, 3, 4].map((nth) => item(`${id}/${nth}`, [id], { difficulty: nth }))),
    reviews: [],
    rounds: [ROUND],
    lastMock: TODAY,
    began: TODAY - 10,
    titleOf: (id) => id,
    ...over,
  };
}

const minutes = ({ sessions }: PlannedDay) => sessions.reduce((sum, each) => sum + each.minutes, 0);
const itemsOf = ({ sessions }: PlannedDay) => sessions.flatMap((each) => (each.kind === "item" ? [each.itemId] : []));
const mocksOf = (days: PlannedDay[]) =>
  days.flatMap(({ day, sessions }) => (sessions.some(({ kind }) => kind === "mock") ? [day] : []));

const anyDay = fc.option(fc.integer({ min: TODAY - 40, max: TODAY + 3 }), { nil: null });
const anyInput = fc.record({
  daily: fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 7, maxLength: 7 }),
  interview: fc.option(fc.integer({ min: TODAY, max: TODAY + 20 }), { nil: null }),
  lastMock: anyDay,
  began: anyDay,
  reviews: fc.array(fc.integer({ min: TODAY - 5, max: TODAY + 14 }), { maxLength: 60 }),
  items: fc.array(
    fc.record({
      skill: fc.nat({ max: IDS.length - 1 }),
      minutes: fc.integer({ min: 1, max: 60 }),
      difficulty: fc.integer({ min: 1, max: 5 }),
      times: fc.nat({ max: 4 }),
      last: fc.integer({ min: TODAY - 60, max: TODAY }),
    }),
    { maxLength: 40 },
  ),
});

function inputFrom(any: typeof anyInput extends fc.Arbitrary<infer T> ? T : never): PlanInput {
  return given({
    minutesOn: (day) => any.daily[day % 7] ?? 0,
    interview: any.interview,
    lastMock: any.lastMock,
    began: any.began,
    reviews: any.reviews.map((due, at) => ({ itemId: `review-${at}`, due })),
    items: any.items.map(({ skill: at, times, last, ...rest }, nth) =>
      item(`item-${nth}`, [IDS[at] ?? ""], { ...rest, times, last: times === 0 ? null : last }),
    ),
  });
}

describe("whatever is known and however much time there is", () => {
  const holds = (name: string, property: (input: PlanInput, days: PlannedDay[]) => void) =>
    test(name, () => {
      fc.assert(
        fc.property(anyInput, (any) => {
          const input = inputFrom(any);
          property(input, planDays(input, RULES.detailDays));
        }),
      );
    });

  holds("no day takes more time than there is", (input, days) => {
    for (const day of days) expect(minutes(day)).toBeLessThanOrEqual(Math.max(0, input.minutesOn(day.day)));
  });
  holds("no item comes twice in a day, nor one that was done on that day", ({ items }, days) => {
    for (const day of days) {
      const ids = itemsOf(day);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(items.find((each) => each.id === id)?.last).not.toBe(day.day);
    }
  });
  holds("no three items in a row are of one area while another has any", ({ items }, days) => {
    fc.pre(new Set(items.map(({ skills }) => skills[0]?.split(".")[0])).size > 1);
    for (const { sessions, phase } of days) {
      if (phase !== "usual") continue;
      for (let at = 2; at < sessions.length; at++) {
        const [one, two, three] = sessions.slice(at - 2, at + 1).map(({ area }) => area);
        expect(one !== null && one === two && two === three).toBe(false);
      }
    }
  });
  holds("mocks are a week apart, and none is near the interview", ({ interview }, days) => {
    const mocks = mocksOf(days);
    for (let at = 1; at < mocks.length; at++) expect((mocks[at] ?? 0) - (mocks[at - 1] ?? 0)).toBeGreaterThanOrEqual(7);
    for (const day of mocks) expect(interview === null || interview - day > 2).toBe(true);
  });
  holds("the days before the interview have less and nothing new, its own day nothing", (input, days) => {
    for (const day of days) {
      if (input.interview === null || day.phase === "usual") continue;
      const ahead = input.interview - day.day;
      expect(minutes(day)).toBeLessThanOrEqual([0, 20, 60, 120][ahead] ?? 0);
      expect(minutes(day)).toBeLessThanOrEqual((input.minutesOn(day.day) * ([0, 25, 50, 70][ahead] ?? 0)) / 100);
      expect(day.sessions.every((each) => each.kind === "reviews" || (each.kind === "item" && !each.isNew))).toBe(true);
    }
  });
  holds("the same is planned again from the same", (input, days) => {
    expect(planDays({ ...input, items: input.items.toReversed() }, RULES.detailDays)).toEqual(days);
  });
});

describe("a plan", () => {
  test("is the same whatever the error of a fit: skills that nothing tells apart stay in their order", () => {
    const erring = (error: (nth: number) => number) =>
      planDays(given({ skills: new Map(IDS.map((id, nth) => [id, skill(id, { mean: error(nth) })])) }), 5).map(itemsOf);
    expect(erring((nth) => 1e-8 * nth)).toEqual(erring(() => 0));
    expect(erring((nth) => -1e-8 * nth)).toEqual(erring(() => 0));
  });

  test("does what is due first, but leaves room for what is new", () => {
    const reviews = Array.from({ length: 50 }, (_, at) => ({ itemId: `r${at}`, due: TODAY - 1 }));
    const [day] = planDays(given({ reviews }), 1);
    expect(day?.sessions[0]).toMatchObject({ kind: "reviews", count: 10, minutes: 20 });
    expect(itemsOf(day as PlannedDay).length).toBeGreaterThan(1);
  });

  test("never gives a question as an item while its review is scheduled", () => {
    const reviews = [{ itemId: "a.one/1", due: TODAY + 5 }];
    const days = planDays(given({ reviews }), 4);
    expect(days.flatMap(itemsOf)).not.toContain("a.one/1");
  });

  test("prefers what the role weighs, and what is in reach", () => {
    const skills = new Map(IDS.map((id) => [id, skill(id, { share: id === "b.one" ? 0.5 : 0.1, variance: 0.1 })]));
    const [day] = planDays(given({ skills, minutesOn: () => 10 }), 1);
    expect(itemsOf(day as PlannedDay)).toEqual(["b.one/2"]);
  });

  test("gives one useful thing where there are ten minutes", () => {
    expect(planDays(given({ minutesOn: () => 10 }), 1)[0]?.sessions).toHaveLength(1);
    const reviews = [{ itemId: "r", due: TODAY }];
    expect(planDays(given({ minutesOn: () => 10, reviews }), 1)[0]?.sessions).toMatchObject([{ kind: "reviews" }]);
  });

  test("gives nothing on a day without time, and everything else goes on", () => {
    const days = planDays(given({ minutesOn: (day) => (day === TODAY ? 0 : 60) }), 2);
    expect(days.map(({ sessions }) => sessions.length > 0)).toEqual([false, true]);
  });

  test("works before anything was done, and when everything was done lately", () => {
    expect(planDays(given({ began: null, lastMock: null }), 1)[0]?.sessions.length).toBeGreaterThan(0);
    const items = given().items.map((each) => ({ ...each, times: 3, last: TODAY - 1 }));
    const skills = new Map(IDS.map((id) => [id, skill(id, { days: 9, last: TODAY - 1 })]));
    const [day] = planDays(given({ items, skills }), 1);
    expect(itemsOf(day as PlannedDay).length).toBeGreaterThan(0);
  });

  test("plans a mock a week, on a day that has the time, and a shorter one where none has", () => {
    const long = planDays(given({ lastMock: TODAY - 8, minutesOn: (day) => (day % 7 === 3 ? 90 : 20) }), 14);
    expect(mocksOf(long)).toHaveLength(2);
    for (const day of mocksOf(long)) expect(day % 7).toBe(3);
    const short = planDays(given({ lastMock: TODAY - 8, minutesOn: () => 30 }), 1);
    expect(short[0]?.sessions).toMatchObject([{ kind: "mock", minutes: 30 }]);
  });

  test("spaces an item by a time that grows", () => {
    const items = [item("a.one/1", ["a.one"], { times: 2, last: TODAY - 13 }), item("a.two/1", ["a.two"])];
    const day = planDays(given({ items, minutesOn: () => 10 }), 1)[0] as PlannedDay;
    expect(itemsOf(day)).toEqual(["a.two/1"]);
  });

  test("never plans beyond the interview", () => {
    expect(planDays(given({ interview: TODAY + 3 }), 14)).toHaveLength(4);
    expect(planDays(given({ interview: TODAY }), 14)).toMatchObject([{ phase: "interview", sessions: [] }]);
  });

  test("says why in one sentence each", () => {
    const sessions = planDays(given({ reviews: [{ itemId: "r", due: TODAY }], lastMock: null }), 1)[0]?.sessions ?? [];
    expect(sessions.length).toBeGreaterThan(2);
    for (const { reason } of sessions) expect(reason).toMatch(/^[A-Za-z].*\.$/);
  });
});

test("a taper shortens what there is, and never below nothing", () => {
  expect(minutesIn(100, TODAY - 1, TODAY)).toBe(20);
  expect(minutesIn(100, TODAY - 2, TODAY)).toBe(50);
  expect(minutesIn(-5, TODAY, null)).toBe(0);
});
