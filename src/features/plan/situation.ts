import type { Clock } from "../../lib/clock.ts";
import { areaTitle } from "../../shared/content/area-title.ts";
import type { Role } from "../../shared/content/role.ts";
import type { Skill } from "../../shared/content/skill.ts";
import type { History, KeptHistory } from "./history.ts";
import type { Abilities, SkillTree } from "./model/abilities.ts";
import { skillStates } from "./model/gain.ts";
import { dayOfIso, type LocalDay, localDay, weekdayOf } from "./model/local-days.ts";
import type { MockRound } from "./model/plan-reasons.ts";
import type { PlanInput } from "./model/planner.ts";
import { readinessFor, type Weights } from "./model/readiness.ts";
import { weightsOfRole, weightsOfRound } from "./model/skills-of-rounds.ts";
import type { Observed } from "./observed.ts";
import type { PlanRepo } from "./repo.ts";
import type { Target } from "./schema.ts";
import type { SkillModel } from "./skill-model.ts";

/** An item that a room serves for practice, and the page where it does. */
export type PracticeItem = {
  id: string;
  title: string;
  to: string;
  skills: readonly string[];
  difficulty: number;
  minutes: number;
};

export type PlanningDeps = {
  repo: PlanRepo;
  model: SkillModel;
  history: KeptHistory;
  skills: ReadonlyMap<string, Skill>;
  roles: readonly Role[];
  /** What practice serves; asking reads the bank. */
  practice: () => readonly PracticeItem[];
  /** Questions that come back, and when. */
  reviews: () => Promise<readonly { itemId: string; dueAt: string }[]>;
  /** When each mock was finished. */
  mocks: () => Promise<readonly string[]>;
  /** The job description that one prepares for, with what it weighs. */
  posting: () => Promise<{ id: string; title: string; weights: Weights } | undefined>;
  /** What else waits for today in other rooms. */
  waiting: () => Promise<{ papers: number; applications: number }>;
  clock: Clock;
};

/** All that a plan, a review of the week and a calendar are made of. */
export type Situation = {
  target: Target;
  posting: { id: string; title: string } | null;
  now: Date;
  today: LocalDay;
  /** The day of the interview where it is not past. */
  interview: LocalDay | null;
  tree: SkillTree;
  weights: Weights;
  evidence: readonly Observed[];
  history: History;
  due: number;
  /** Minutes set aside on a day, as the target has it. */
  usualMinutes: (day: LocalDay) => number;
  /** The abilities that the holdout showed at a time. */
  heldOut: (at: Date) => Promise<Abilities>;
  input: PlanInput;
};

export async function situationOf(deps: PlanningDeps, target: Target): Promise<Situation> {
  const { model, skills, clock } = deps;
  const now = clock();
  const today = localDay(now, target.timeZone);
  const [evidence, reviews, mocks, posting] = await Promise.all([
    model.log(),
    deps.reviews(),
    deps.mocks(),
    deps.posting(),
  ]);
  const tree = [...skills.values()];
  const weights = posting?.weights ?? weightsOfTarget(deps, target);
  const history = deps.history.tell(evidence, target.timeZone, today);
  const dayAt = (at: string) => localDay(new Date(at), target.timeZone);
  const practice = deps.practice();
  const served = new Set(practice.map(({ id }) => id));
  // as Recall has it: it asks nothing before its time, nor what the bank has no more or holds out by now
  const dates = reviews
    .filter(({ itemId }) => served.has(itemId))
    .map(({ itemId, dueAt }) => ({
      itemId,
      due: new Date(dueAt) <= now ? dayAt(dueAt) : Math.max(today + 1, dayAt(dueAt)),
    }));
  // one from the future, which a clock set back leaves behind, would put off the next until a week after its day
  const mockDays = mocks.map(dayAt).filter((day) => day <= today);
  const date = target.date === null ? undefined : dayOfIso(target.date);
  const interview = date !== undefined && date >= today ? date : null;
  const heldOut = (at: Date) => model.abilities("holdout", at);
  const [shown, measured] = [await model.abilities("both", now), await heldOut(now)];
  const usualMinutes = (day: LocalDay) => usualMinutesOf(target, day);
  const input: PlanInput = {
    today,
    interview,
    minutesOn: usualMinutes,
    skills: skillStates(shown, weights, history.skills),
    items: practice.map((item) => {
      const done = history.items.get(item.id);
      return { ...item, times: done?.days ?? 0, last: done?.last ?? null };
    }),
    reviews: dates,
    rounds: mockRounds(deps, target, { holdout: measured, weights }),
    lastMock: mockDays.length === 0 ? null : Math.max(...mockDays),
    began: history.minutes.size === 0 ? null : Math.min(...history.minutes.keys()),
    titleOf: (id) => skills.get(id)?.title ?? areaTitle(id),
    weighedBy: posting ? "this job description" : "this role",
  };
  const due = dates.filter(({ due: day }) => day <= today).length;
  return {
    target,
    posting: posting ? { id: posting.id, title: posting.title } : null,
    now,
    today,
    interview,
    tree,
    weights,
    evidence,
    history,
    due,
    usualMinutes,
    heldOut,
    input,
  };
}

function usualMinutesOf({ hoursAWeek, weekdays }: Target, day: LocalDay): number {
  return weekdays.includes(weekdayOf(day)) ? Math.round((hoursAWeek * 60) / weekdays.length) : 0;
}

function weightsOfTarget({ roles, skills }: PlanningDeps, target: Target): Weights {
  const role = roles.find(({ id }) => id === target.role);
  return weightsOfRole(role ?? { weights: {} }, [...skills.values()]);
}

/** One round of each kind in the role's loop: those of which too little is known first, then where least is expected. */
function mockRounds(
  { roles, skills }: PlanningDeps,
  target: Target,
  { holdout, weights }: { holdout: Abilities; weights: Weights },
): MockRound[] {
  const loop = roles.find(({ id }) => id === target.role)?.loop ?? [];
  const tree = [...skills.values()];
  const kinds = loop.filter(({ kind }, at) => loop.findIndex((each) => each.kind === kind) === at);
  const needs = kinds.map(({ kind, round, minutes }) => {
    const drawn = weightsOfRound(kind, weights, tree);
    const { expected, enough, standardError } = readinessFor(holdout, drawn);
    const counts = tree.reduce((sum, { id }) => sum + (drawn.has(id) ? (weights.get(id) ?? 0) : 0), 0);
    const isKnown = enough && drawn.size > 0;
    return { kind, round, minutes, expected: isKnown ? expected : null, unknown: counts * standardError };
  });
  return needs.sort(
    (a, b) =>
      Number(a.expected !== null) - Number(b.expected !== null) ||
      (a.expected !== null && b.expected !== null ? a.expected - b.expected : b.unknown - a.unknown),
  );
}
