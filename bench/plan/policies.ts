import { abilitiesAt, type Observation, type SkillTree } from "../../src/features/plan/model/abilities.ts";
import { type Practicable, skillStates } from "../../src/features/plan/model/gain.ts";
import { planDays } from "../../src/features/plan/model/planner.ts";
import type { Weights } from "../../src/features/plan/model/readiness.ts";
import { shuffled } from "../../src/lib/random.ts";
import type { StudyItem } from "./students.ts";

/** What a day's practice is chosen from. No policy knows an ability, only the scores so far. */
type Known = {
  skills: SkillTree;
  weights: Weights;
  items: readonly StudyItem[];
  rows: readonly Observation[];
  day: number;
  minutes: number;
};
export type Policy = (known: Known) => StudyItem[];

/** A policy may keep where it is in its list; one is made for each person. */
export const POLICIES: Record<string, (items: readonly StudyItem[], random: () => number) => Policy> = {
  planner: () => byPlanner,
  "random order": (items, random) => inOrder(shuffled(items, random)),
  "hardest first": (items, random) => inOrder(shuffled(items, random).toSorted((a, b) => b.difficulty - a.difficulty)),
  "weakest first": () => weakestFirst,
  "random by weight": (_, random) => byWeight(random),
};

/** One item after the other, from the start again after the last. What does not fit into a day stays next. */
function inOrder(order: StudyItem[]): Policy {
  let queue = order;
  return ({ minutes }) => {
    const today: StudyItem[] = [];
    let left = minutes;
    for (const item of queue) {
      if (item.minutes > left) continue;
      today.push(item);
      left -= item.minutes;
    }
    queue = [...queue.filter((item) => !today.includes(item)), ...today];
    return today;
  };
}

/** A random item of a skill that is drawn as often as the role weighs it: what the weights alone are worth. */
function byWeight(random: () => number): Policy {
  return ({ weights, items, minutes }) => {
    const today: StudyItem[] = [];
    let left = minutes;
    for (;;) {
      const open = items.filter((item) => item.minutes <= left && !today.includes(item));
      const next = drawn(open, ({ skill }) => weights.get(skill) ?? 0, random);
      if (!next) return today;
      today.push(next);
      left -= next.minutes;
    }
  };
}

function drawn<T>(from: readonly T[], weightOf: (each: T) => number, random: () => number): T | undefined {
  let rest = random() * from.reduce((sum, each) => sum + weightOf(each), 0);
  return from.find((each) => {
    rest -= weightOf(each);
    return rest < 0;
  });
}

/** An item of each of the skills in which least is expected, the least first; one that was done least often. */
function weakestFirst({ skills, weights, items, rows, day, minutes }: Known): StudyItem[] {
  const { mean } = abilitiesAt(skills, rows, day);
  const done = Map.groupBy(rows, ({ itemId }) => itemId);
  const order = items
    .filter(({ skill }) => (weights.get(skill) ?? 0) > 0)
    .toSorted(
      (a, b) => (mean[a.at] ?? 0) - (mean[b.at] ?? 0) || (done.get(a.id)?.length ?? 0) - (done.get(b.id)?.length ?? 0),
    );
  const today: StudyItem[] = [];
  let left = minutes;
  for (const item of order) {
    if (item.minutes > left || today.some(({ at }) => at === item.at)) continue;
    today.push(item);
    left -= item.minutes;
  }
  return today;
}

function byPlanner({ skills, weights, items, rows, day, minutes }: Known): StudyItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const done = Map.groupBy(rows, ({ itemId }) => itemId);
  const bySkill = Map.groupBy(rows, (row) => row.skills[0] ?? "");
  const practised = new Map(
    [...bySkill].map(([id, own]) => {
      const days = new Set(own.map((row) => Math.floor(row.day)));
      return [id, { days: days.size, last: Math.max(...days) }];
    }),
  );
  const practicable = items.map((item): Practicable => {
    const own = done.get(item.id) ?? [];
    const last = own.at(-1);
    return { ...item, skills: [item.skill], times: own.length, last: last ? Math.floor(last.day) : null };
  });
  const [today] = planDays(
    {
      today: day,
      interview: null,
      minutesOn: () => minutes,
      skills: skillStates(abilitiesAt(skills, rows, day), weights, practised),
      items: practicable,
      reviews: [],
      rounds: [],
      lastMock: null,
      began: null,
      titleOf: (id) => id,
    },
    1,
  );
  return (today?.sessions ?? []).flatMap((session) =>
    session.kind === "item" ? (byId.get(session.itemId) ?? []) : [],
  );
}
