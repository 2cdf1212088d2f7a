import { areaTitle } from "../../shared/content/area-title.ts";
import type { Skill } from "../../shared/content/skill.ts";
import { minutesOf } from "./history.ts";
import type { Weights } from "./model/readiness.ts";
import { byArea, sharesOf } from "./model/shares.ts";
import { dayNumber, type Observed } from "./observed.ts";
import type { AreaOnMap, Forgetting, Spent } from "./schema.ts";
import { type Halves, standingOf } from "./standing.ts";

/** Something that is kept in memory by reviews, and the chance of recalling it at a time. */
export type Card = { skills: readonly string[]; recallAt: (at: Date) => number };

const DAY_MS = 86_400_000;
const AHEAD_DAYS = [0, 7, 14, 30];
const STILL_KNOWN = 0.9;
const SPENT_DAYS = 30;

/** Every skill under its area, what the role weighs most first. */
export function skillsOnMap(
  tree: readonly Skill[],
  weights: Weights,
  { halves, cards, now }: { halves: Halves; cards: readonly Card[]; now: Date },
): AreaOnMap[] {
  const shareOf = sharesOf(weights, tree);
  const ofAreas = byArea(shareOf, tree);
  const recalls = recallBySkill(cards, now);
  const areas = Map.groupBy(tree, ({ area }) => area);
  return [...areas]
    .map(([area, own]) => ({
      id: area,
      title: areaTitle(area),
      share: ofAreas.get(area) ?? 0,
      skills: own.map(({ id, title }) => {
        const recall = recalls.get(id) ?? [];
        const only = new Map([[id, 1]]);
        return {
          id,
          title,
          share: shareOf(id),
          holdout: standingOf(halves.holdout, only),
          practice: standingOf(halves.practice, only),
          cards: recall.length,
          recall: recall.length === 0 ? null : recall.reduce((sum, each) => sum + each, 0) / recall.length,
        };
      }),
    }))
    .sort((a, b) => b.share - a.share);
}

function recallBySkill(cards: readonly Card[], now: Date): Map<string, number[]> {
  const recalls = new Map<string, number[]>();
  for (const { skills, recallAt } of cards) {
    const recall = recallAt(now);
    for (const skill of skills) {
      const known = recalls.get(skill);
      if (known) known.push(recall);
      else recalls.set(skill, [recall]);
    }
  }
  return recalls;
}

/** How many cards will have faded by when, if nothing is reviewed. Without days left until an interview it forecasts none. */
export function forgettingOf(cards: readonly Card[], now: Date, daysLeft: number | null): Forgetting {
  const belowAfter = (days: number) => {
    const then = new Date(now.getTime() + days * DAY_MS);
    return cards.filter(({ recallAt }) => recallAt(then) < STILL_KNOWN).length;
  };
  const ahead: Forgetting["ahead"] = AHEAD_DAYS.map((days) => ({
    what: days === 0 ? "now" : "days",
    days,
    below: belowAfter(days),
  }));
  if (daysLeft !== null && daysLeft > 0) ahead.push({ what: "interview", days: daysLeft, below: belowAfter(daysLeft) });
  return { cards: cards.length, ahead };
}

type Spending = { tree: readonly Skill[]; weights: Weights; now: Date; hoursAWeek: number | null };

/** Hours by area over the last days, by the first skill of each exercise, beside what the target sets aside by the role's weights. */
export function spentOf(log: readonly Observed[], { tree, weights, now, hoursAWeek }: Spending): Spent {
  const areaOf = new Map(tree.map(({ id, area }) => [id, area]));
  const today = dayNumber(now);
  const hours = new Map<string, number>();
  for (const row of log) {
    if (row.day > today || row.day < today - SPENT_DAYS) continue;
    const area = areaOf.get(row.skills[0] ?? "");
    if (area !== undefined) hours.set(area, (hours.get(area) ?? 0) + minutesOf(row) / 60);
  }
  const planned = hoursAWeek === null ? null : (hoursAWeek * SPENT_DAYS) / 7;
  return {
    days: SPENT_DAYS,
    hours: [...hours.values()].reduce((sum, each) => sum + each, 0),
    planned,
    areas: [...byArea(sharesOf(weights, tree), tree)].map(([id, share]) => ({
      id,
      title: areaTitle(id),
      hours: hours.get(id) ?? 0,
      planned: planned === null ? null : planned * share,
    })),
  };
}
