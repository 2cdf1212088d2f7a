import { expect, test } from "vitest";
import { PlanningRoom, PlanRepo, PlanRoom, type PracticeItem, SkillModel } from "../../src/features/plan/index.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import type { Evidence } from "../../src/shared/evidence/evidence.ts";
import { appendEvidence } from "../../src/shared/evidence/log.ts";
import { openStore, type Store } from "../../src/shared/store/store.ts";

const DAY_MS = 86_400_000;
const BEGAN = Date.parse("2026-03-18T12:00:00.000Z");
const ROWS = 400;
const { skills, roles } = loadBank("content");
const tree = [...skills.values()];
const practice: PracticeItem[] = tree.flatMap(({ id, title }) =>
  [1, 2].map((nth) => ({
    id: `${id}/${nth}`,
    title: `${title} ${nth}`,
    to: `/${id}/${nth}`,
    skills: [id],
    difficulty: 2 + nth,
    minutes: 10,
  })),
);
const random = seededRandom(17);

/** Of half the skills, so that others stay that nothing tells apart. */
function row(nth: number, at: Date): Evidence {
  const skill = tree[2 * Math.floor((random() * tree.length) / 2)]?.id ?? "";
  return {
    id: `row-${nth}`,
    at: at.toISOString(),
    who: "local",
    feature: "recall",
    itemId: `${skill}/${1 + (nth % 2)}`,
    itemVersion: "1",
    skills: [skill],
    mode: "explain",
    part: nth % 3 === 0 ? "holdout" : "practice",
    score: 0.3 + 0.7 * random(),
    standardError: 0.05,
    secondsUsed: 600,
    help: { hints: nth % 2, revealed: false },
    graderVersion: "test",
  };
}

function roomsOver(store: Store, now: () => Date) {
  const repo = new PlanRepo(store);
  const model = new SkillModel({ repo, skills: tree, difficultyOf: () => undefined });
  const shared = { model, skills, roles, clock: now };
  const plan = new PlanRoom({
    ...shared,
    items: () => practice.map((each) => ({ ...each, kind: "question", part: "holdout" })),
    served: async () => new Set(),
    cards: async () => [],
    target: () => repo.target(),
  });
  const planning = new PlanningRoom({
    ...shared,
    repo,
    practice: () => practice,
    reviews: async () => [],
    mocks: async () => [],
    posting: async () => undefined,
    waiting: async () => ({ papers: 0, applications: 0 }),
  });
  return { plan, planning };
}

async function answersOf({ plan, planning }: ReturnType<typeof roomsOver>) {
  return {
    map: await plan.map(),
    overTime: await plan.readinessOverTime(),
    standings: [...(await plan.standings())],
    today: await planning.today(),
    week: await planning.week(),
    review: await planning.weeklyReview(),
  };
}

/** The same, but for the last digits of its numbers. */
function nearly(value: unknown): unknown {
  if (typeof value === "number") return expect.closeTo(value, 6);
  if (Array.isArray(value)) return value.map(nearly);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, nearly(each)]));
}

test("an answer after a new row is the one that a process begun anew gives", async () => {
  const store = await openStore(":memory:");
  let now = new Date(BEGAN);
  await appendEvidence(
    store.db,
    Array.from({ length: ROWS }, (_, nth) => row(nth, new Date(BEGAN - (ROWS - nth) * 0.2 * DAY_MS))),
  );
  const kept = roomsOver(store, () => now);
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  await kept.planning.setTarget({ role: "mle", date: null, hoursAWeek: 7, weekdays, timeZone: "UTC", startHour: 18 });
  await answersOf(kept);
  for (const nth of [1, 2, 3]) {
    now = new Date(BEGAN + nth * 60_000);
    await appendEvidence(store.db, [row(ROWS + nth, now)]);
    const fresh = await answersOf(roomsOver(store, () => now));
    expect(await answersOf(kept)).toEqual(nearly(fresh));
  }
  await store.close();
});
