import { areaTitle } from "../../shared/content/area-title.ts";
import { minutesOf, practisedDays } from "./history.ts";
import { isoOfDay, type LocalDay, startOf } from "./model/local-days.ts";
import { readinessFor } from "./model/readiness.ts";
import { byArea, sharesOf } from "./model/shares.ts";
import type { Observed } from "./observed.ts";
import type { Session, WeeklyReview } from "./schema.ts";
import type { Situation } from "./situation.ts";

const DAYS = 7;

/** The seven days up to today: what was done against what was set aside, what it changed, and what comes next. */
export async function reviewWeek(situation: Situation, next: Session | null): Promise<WeeklyReview> {
  const { today, evidence, history, usualMinutes } = situation;
  const first = today - DAYS + 1;
  const isWithin = (day: LocalDay) => day >= first && day <= today;
  // a day before in UTC is before in every time zone, and takes no calendar to tell: few of a year's rows are left
  const rows = evidence.filter((row) => row.day >= first - 1 && isWithin(history.dayOf(row)));
  // nobody is behind on days before the first exercise
  const began = Math.max(first, Math.min(today, ...history.minutes.keys()));
  const days = Array.from({ length: today - began + 1 }, (_, at) => began + at);
  const planned = days.reduce((sum, day) => sum + usualMinutes(day), 0);
  return {
    from: isoOfDay(first),
    to: isoOfDay(today),
    posting: situation.posting,
    minutes: { done: Math.round(rows.reduce((sum, row) => sum + minutesOf(row), 0)), planned },
    sessions: rows.length,
    practisedDays: practisedDays(history, today),
    areas: areasOf(situation, rows, planned),
    readiness: await changeOf(situation),
    next,
  };
}

/** Minutes by area of a row's first skill, beside the area's share of the time by the weights. */
function areasOf({ tree, weights }: Situation, rows: readonly Observed[], planned: number): WeeklyReview["areas"] {
  const areaOf = new Map(tree.map(({ id, area }) => [id, area]));
  const done = Map.groupBy(rows, ({ skills: [first = ""] }) => areaOf.get(first));
  const all = [...byArea(sharesOf(weights, tree), tree)].map(([id, share]) => {
    const own = done.get(id) ?? [];
    return {
      id,
      title: areaTitle(id),
      minutes: Math.round(own.reduce((sum, row) => sum + minutesOf(row), 0)),
      sessions: own.length,
      planned: Math.round(planned * share),
    };
  });
  return all
    .filter(({ sessions, planned: share }) => sessions > 0 || share > 0)
    .sort((a, b) => b.planned - a.planned || b.minutes - a.minutes);
}

/** Readiness by the holdout as it was when the week began, and now. */
async function changeOf({ heldOut, weights, now, today, target }: Situation): Promise<WeeklyReview["readiness"]> {
  const began = startOf(today - DAYS + 1, 0, target.timeZone);
  const before = readinessFor(await heldOut(began), weights);
  const after = readinessFor(await heldOut(now), weights);
  const shown = ({ expected, interval, enough }: typeof before) => ({ expected, interval, enough });
  return {
    before: shown(before),
    now: shown(after),
    change: before.enough && after.enough ? after.expected - before.expected : null,
  };
}
