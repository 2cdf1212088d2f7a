import { afterDoing, gainAMinute, type Practicable, partsOf, type SkillState } from "./gain.ts";
import type { LocalDay } from "./local-days.ts";
import { itemReason, type MockRound, mockReason, reviewsReason } from "./plan-reasons.ts";
import { minutesIn, type Phase, phaseOf, RULES, restDays } from "./plan-rules.ts";
import { worthRank } from "./worth-rank.ts";

export type PlannedSession = { minutes: number; reason: string; area: string | null } & (
  | { kind: "reviews"; count: number }
  | { kind: "mock"; round: MockRound }
  | { kind: "item"; itemId: string; skills: readonly string[]; isNew: boolean }
);

export type PlannedDay = { day: LocalDay; phase: Phase; minutes: number; sessions: PlannedSession[] };

export type PlanInput = {
  today: LocalDay;
  /** The day of the interview, today or later; null where none is set. */
  interview: LocalDay | null;
  /** How much time there is on a day; of it a taper takes less. */
  minutesOn: (day: LocalDay) => number;
  /** What of today is to be planned, where some of it is over or was asked for: a taper has taken its part. */
  minutesToday?: number;
  skills: ReadonlyMap<string, SkillState>;
  /** Items of practice. Those that have a review are left to it. */
  items: readonly Practicable[];
  reviews: readonly { itemId: string; due: LocalDay }[];
  /** Rounds of the role, the one that most needs a mock first. */
  rounds: readonly MockRound[];
  lastMock: LocalDay | null;
  /** The day of the first exercise; null where nothing was done yet. */
  began: LocalDay | null;
  /** Of a skill or an area. */
  titleOf: (id: string) => string;
  /** What the skills count for, in words; "this role" where it is not said. */
  weighedBy?: string;
};

/** What is changed from day to day as if everything planned were done. */
type Ahead = {
  skills: Map<string, SkillState>;
  items: Map<string, Practicable>;
  reviews: { itemId: string; due: LocalDay }[];
  rounds: MockRound[];
  mockFrom: LocalDay;
  which: "first" | "weekly";
};

/**
 * What to do on the days from today on: reviews that are due, a mock a week, then the items with the greatest expected gain in
 * readiness a minute, spaced and interleaved; less and nothing new in the days before the interview. The same input gives the
 * same plan, and nothing of it needs to be kept: what was done is in the evidence, from which the next plan is made.
 */
export function planDays(input: PlanInput, days: number): PlannedDay[] {
  const { today, interview } = input;
  const scheduled = new Set(input.reviews.map(({ itemId }) => itemId));
  const firstMock = input.began === null ? today : input.began;
  const ahead: Ahead = {
    skills: new Map(input.skills),
    items: new Map(input.items.filter(({ id }) => !scheduled.has(id)).map((item) => [item.id, item])),
    reviews: input.reviews.toSorted((a, b) => a.due - b.due || (a.itemId < b.itemId ? -1 : 1)),
    rounds: [...input.rounds],
    which: input.lastMock === null ? "first" : "weekly",
    mockFrom: Math.max(
      today,
      input.lastMock === null ? firstMock + RULES.firstMockAfterDays : input.lastMock + RULES.mockEveryDays,
    ),
  };
  const count = interview === null ? days : Math.min(days, interview - today + 1);
  return Array.from({ length: Math.max(0, count) }, (_, at) => planDay(input, ahead, today + at));
}

function planDay(input: PlanInput, ahead: Ahead, day: LocalDay): PlannedDay {
  const { interview } = input;
  const phase = phaseOf(day, interview);
  const minutes = timeOn(input, day);
  const mock = takeMock(input, ahead, day);
  const left = minutes - (mock?.minutes ?? 0);
  const reviews = takeReviews(ahead, { day, phase, minutes: left });
  const sessions: PlannedSession[] = [...(reviews ? [reviews] : []), ...(mock ? [mock] : [])];
  const isSmall = minutes <= RULES.smallMinutes;
  if (!(isSmall && sessions.length > 0)) addItems(input, ahead, { day, phase, minutes, sessions });
  return { day, phase, minutes, sessions };
}

function timeOn({ today, minutesToday, minutesOn, interview }: PlanInput, day: LocalDay): number {
  return day === today && minutesToday !== undefined ? minutesToday : minutesIn(minutesOn(day), day, interview);
}

/** A mock on the first day that has the time for it, a shorter one where no day of the coming week has; none in a taper. */
function takeMock(input: PlanInput, ahead: Ahead, day: LocalDay): PlannedSession | undefined {
  const [round, ...rest] = ahead.rounds;
  if (!round || day < ahead.mockFrom) return undefined;
  const week = Array.from({ length: RULES.mockEveryDays }, (_, at) =>
    phaseOf(day + at, input.interview) === "usual" ? timeOn(input, day + at) : 0,
  );
  const minutes = Math.min(round.minutes, Math.max(...week));
  if (minutes < RULES.leastMockMinutes || (week[0] ?? 0) < minutes) return undefined;
  const reason = mockReason(round, ahead.which);
  ahead.rounds = [...rest, round];
  ahead.which = "weekly";
  ahead.mockFrom = day + RULES.mockEveryDays;
  return { kind: "mock", round, minutes, area: null, reason };
}

type Time = { day: LocalDay; phase: Phase; minutes: number };

/** The oldest of what is due. In a taper they may take all the time there is. */
function takeReviews(ahead: Ahead, { day, phase, minutes }: Time): PlannedSession | undefined {
  const due = ahead.reviews.filter((review) => review.due <= day).length;
  const isWhole = phase === "taper" || minutes <= RULES.smallMinutes;
  const most = Math.floor((isWhole ? minutes : minutes * RULES.reviewShare) / RULES.minutesAReview);
  const count = Math.min(due, most);
  if (count === 0) return undefined;
  ahead.reviews = ahead.reviews.slice(count);
  const reason = reviewsReason({ due, count, phase });
  return { kind: "reviews", count, minutes: count * RULES.minutesAReview, area: null, reason };
}

/** Fills what is left of a day with items, the most worth first. */
function addItems(
  input: PlanInput,
  ahead: Ahead,
  { day, phase, minutes, sessions }: Time & Pick<PlannedDay, "sessions">,
) {
  const { interview, titleOf, weighedBy = "this role" } = input;
  const ranked = ranking(input, ahead, { day, phase });
  const chosen = { ids: new Set<string>(), skills: new Set<string>() };
  const areas = new Set(ranked.map(({ area }) => area)).size;
  let left = minutes - sessions.reduce((sum, session) => sum + session.minutes, 0);
  while (left >= RULES.leastMinutes) {
    const tired = areas > 1 ? areaInARow(sessions) : null;
    const open = ranked.filter(({ item, area }) => item.minutes <= left && area !== tired && !chosen.ids.has(item.id));
    const next =
      open.find(({ rests, skill }) => rests === "whole" && !chosen.skills.has(skill)) ??
      open.find(({ rests, skill }) => rests !== "no" && !chosen.skills.has(skill)) ??
      open.find(({ item }) => item.last !== day);
    if (!next) return;
    const { item, area, skill } = next;
    chosen.ids.add(item.id);
    chosen.skills.add(skill);
    left -= item.minutes;
    const reason = itemReason(item, ahead.skills, { day, interview, titleOf, weighedBy });
    const what = { itemId: item.id, skills: item.skills, isNew: item.times === 0 };
    sessions.push({ kind: "item", ...what, minutes: item.minutes, area, reason });
    afterDoing(item, ahead.skills, day);
    ahead.items.set(item.id, { ...item, times: item.times + 1, last: day });
    if (minutes <= RULES.smallMinutes) return;
  }
}

type Ranked = {
  item: Practicable;
  area: string;
  skill: string;
  /** The rank of what a minute of it is worth. */
  worth: number;
  /** Whether item and skill have rested long enough, or the item alone, or neither. */
  rests: "whole" | "item" | "no";
};

function ranking({ interview }: PlanInput, { items, skills }: Ahead, { day, phase }: Omit<Time, "minutes">): Ranked[] {
  const ranked = [...items.values()].flatMap((item): Ranked[] => {
    const [first] = partsOf(item, skills);
    if (!first || (phase === "taper" && item.times === 0)) return [];
    const worth = worthRank(gainAMinute(item, skills, { day, until: interview }));
    if (!Number.isFinite(worth)) return [];
    const { id, area, days, last } = first.state;
    const itemRested = day - (item.last ?? Number.NEGATIVE_INFINITY) >= restDays(item.times, RULES.itemRestDays);
    const skillRested = day - (last ?? Number.NEGATIVE_INFINITY) >= restDays(days, RULES.skillRestDays);
    return [{ item, area, skill: id, worth, rests: itemRested ? (skillRested ? "whole" : "item") : "no" }];
  });
  return ranked.sort((a, b) => b.worth - a.worth || (a.item.id < b.item.id ? -1 : 1));
}

/** The area that the last sessions were all of, where it has been often enough in a row. */
function areaInARow(sessions: readonly PlannedSession[]): string | null {
  const last = sessions.slice(-RULES.mostInARow).map(({ area }) => area);
  return last.length === RULES.mostInARow && last.every((area) => area === last[0]) ? (last[0] ?? null) : null;
}
