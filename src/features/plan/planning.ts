import { failed, ok, type Result } from "../../lib/result.ts";
import { counted } from "../../lib/text.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import { areaTitle } from "../../shared/content/area-title.ts";
import { calendarOf } from "./calendar.ts";
import { KeptHistory, practisedDays } from "./history.ts";
import { checkTarget } from "./model/check-target.ts";
import { isoOfDay, isTimeZone, localDay } from "./model/local-days.ts";
import { minutesIn, minutesNow, RULES } from "./model/plan-rules.ts";
import { type PlannedDay, type PlannedSession, planDays } from "./model/planner.ts";
import type { WeeklyReview } from "./schema.ts";
import {
  type DayPlan,
  type PlannedTarget,
  type Session,
  Target,
  type TargetBody,
  type Today,
  type Week,
} from "./schema.ts";
import { type PlanningDeps, type Situation, situationOf } from "./situation.ts";
import { reviewWeek } from "./weekly-review.ts";

const ARCHIVE_NAME = "target";

/** What to plan for, where that is not the target that is kept, and the minutes that there are today. */
type Asked = { minutes?: number | undefined; target?: TargetBody | undefined };

/** What to do on each day until the interview, made anew from the evidence at every read. */
export class PlanningRoom {
  readonly #deps: PlanningDeps;

  constructor(deps: Omit<PlanningDeps, "history">) {
    this.#deps = { ...deps, history: new KeptHistory() };
  }

  async target(): Promise<PlannedTarget> {
    return { target: (await this.#deps.repo.target()) ?? null, roles: this.#roles() };
  }

  /** Keeps what one prepares for; what cannot be planned for is refused with its mend. */
  async setTarget(body: TargetBody): Promise<Result<PlannedTarget, string>> {
    const checked = this.#checked(body);
    if (!checked.ok) return checked;
    await this.#deps.repo.saveTarget(checked.value);
    return ok(await this.target());
  }

  /** Today and the days after it. Without a target there is nothing to plan for, which the answer says. */
  async today({ minutes, target: asked }: Asked = {}): Promise<Result<Today, string>> {
    const checked = asked === undefined ? ok(await this.#deps.repo.target()) : this.#checked(asked);
    if (!checked.ok) return checked;
    const target = checked.value;
    if (!target) return ok(this.#withoutTarget());
    const [situation, waiting] = await Promise.all([situationOf(this.#deps, target), this.#deps.waiting()]);
    return ok({ ...this.#todayOf(situation, minutes), waiting });
  }

  async week(): Promise<Week> {
    const situation = await this.#situation();
    return { days: situation ? this.#daysOf(situation) : [] };
  }

  async weeklyReview(): Promise<Result<WeeklyReview, "no-target">> {
    const situation = await this.#situation();
    if (!situation) return failed("no-target");
    return ok(await reviewWeek(situation, this.#nextOf(situation)));
  }

  /** The plan as iCalendar: an event a day, and the day of the interview. */
  async calendar(): Promise<Result<string, "no-target">> {
    const situation = await this.#situation();
    return situation ? ok(calendarOf(situation, this.#daysOf(situation))) : failed("no-target");
  }

  async exportTo(folder: string): Promise<number> {
    const target = await this.#deps.repo.target();
    return writeItemFiles(folder, target ? [{ name: ARCHIVE_NAME, data: target, markdown: told(target) }] : []);
  }

  /** Takes the target that `readExportedPlan` read where there is none. */
  async restore(targets: readonly Target[]): Promise<void> {
    for (const target of targets) await this.#deps.repo.restoreTarget(target);
  }

  async #situation(): Promise<Situation | undefined> {
    const target = await this.#deps.repo.target();
    return target && situationOf(this.#deps, target);
  }

  #checked(body: TargetBody): Result<Target, string> {
    const now = this.#deps.clock();
    const checked = checkTarget(body, { roles: this.#deps.roles, now });
    return checked.ok ? ok({ ...checked.value, updatedAt: now.toISOString() }) : checked;
  }

  #roles() {
    return this.#deps.roles.map(({ id, title }) => ({ id, title }));
  }

  #withoutTarget(): Today {
    const now = this.#deps.clock();
    return {
      target: null,
      roles: this.#roles(),
      asOf: now.toISOString(),
      day: isoOfDay(localDay(now, "UTC")),
      daysLeft: null,
      datePassed: false,
      note: null,
      minutesDone: 0,
      due: 0,
      waiting: { papers: 0, applications: 0 },
      practisedDays: 0,
      posting: null,
      days: [],
    };
  }

  #todayOf(situation: Situation, asked: number | undefined): Omit<Today, "waiting"> {
    const { target, now, today, interview, history, due, usualMinutes } = situation;
    const minutesDone = Math.round(history.minutes.get(today) ?? 0);
    const days = this.#daysOf(situation, { asked });
    return {
      target,
      roles: this.#roles(),
      asOf: now.toISOString(),
      day: isoOfDay(today),
      daysLeft: interview === null ? null : interview - today,
      datePassed: target.date !== null && interview === null,
      note: noteOn(days[0], {
        minutesDone,
        asked,
        setAside: minutesIn(usualMinutes(today), today, interview),
        daysLeft: interview === null ? null : interview - today,
      }),
      minutesDone,
      due,
      practisedDays: practisedDays(history, today),
      posting: situation.posting,
      days,
    };
  }

  /** Mostly there is something today, which takes no plan of the days after it. */
  #nextOf(situation: Situation): Session | null {
    const firstIn = (count: number) => this.#daysOf(situation, { count }).flatMap(({ sessions }) => sessions)[0];
    return firstIn(1) ?? firstIn(RULES.detailDays) ?? null;
  }

  /** Of what is set aside for today, what was done already is taken; minutes that were asked for are there now. */
  #daysOf(
    { input, usualMinutes, today, interview, history }: Situation,
    { asked, count = RULES.detailDays }: { asked?: number | undefined; count?: number } = {},
  ): DayPlan[] {
    const setAside = minutesIn(usualMinutes(today), today, interview);
    const rest = Math.max(0, setAside - Math.round(history.minutes.get(today) ?? 0));
    const minutesToday = asked === undefined ? rest : minutesNow(asked, today, interview);
    const items = new Map(this.#deps.practice().map((item) => [item.id, item]));
    return planDays({ ...input, minutesToday }, count).map((planned) => shownDay(planned, items));
  }
}

/** Nothing can be planned in a time zone that this machine does not know; a date that has passed may be taken along. */
const ExportedTarget = Target.refine(({ timeZone }) => isTimeZone(timeZone), {
  path: ["timeZone"],
  error: ({ input }) => `there is no time zone "${(input as Target).timeZone}" here; write it as Europe/Berlin`,
});

/** Reads what `exportTo` wrote; nothing is stored by this. */
export function readExportedPlan(folder: string): Promise<Result<Target[], string[]>> {
  return readItemFiles(folder, ExportedTarget);
}

function told({ role, date, hoursAWeek, timeZone }: Target): string {
  return `# What you prepare for\n\n${role}, ${date === null ? "no date yet" : `interview on ${date}`}, ${hoursAWeek} hours a week (${timeZone})\n`;
}

type Items = ReadonlyMap<string, { title: string; to: string }>;

function shownDay({ day, phase, minutes, sessions }: PlannedDay, items: Items): DayPlan {
  return { day: isoOfDay(day), phase, minutes, sessions: sessions.map((session) => shownSession(session, items)) };
}

function shownSession(session: PlannedSession, items: Items): Session {
  const { kind, minutes, reason } = session;
  const area = session.area === null ? null : { id: session.area, title: areaTitle(session.area) };
  const shown = { kind, minutes, reason, area, itemId: null };
  if (session.kind === "reviews")
    return { ...shown, title: `Review ${counted(session.count, "answer")}`, to: "/recall" };
  if (session.kind === "mock") return { ...shown, title: `Mock: ${session.round.round}`, to: "/interview" };
  const item = items.get(session.itemId);
  return { ...shown, itemId: session.itemId, title: item?.title ?? session.itemId, to: item?.to ?? "/recall" };
}

type Circumstances = {
  minutesDone: number;
  asked: number | undefined;
  setAside: number;
  daysLeft: number | null;
};

/** What there is to say of today as a whole. A day without time is a day off, and nothing to make up for. */
function noteOn(day: DayPlan | undefined, { minutesDone, asked, setAside, daysLeft }: Circumstances): string | null {
  if (day?.phase === "interview") return "The interview is today: nothing to do but to arrive rested.";
  const toGo = day?.phase === "taper" && daysLeft !== null ? `${counted(daysLeft, "day")} to go` : undefined;
  if (day && day.sessions.length > 0) return toGo ? `${toGo}: less than usual, and nothing new.` : null;
  if (asked === undefined && minutesDone > 0 && setAside > 0 && minutesDone > setAside - RULES.leastMinutes)
    return `What was set aside for today is done: ${counted(minutesDone, "minute")}.`;
  if (toGo) return `${toGo}: nothing is due, and nothing new is begun. Rest.`;
  if (asked !== undefined)
    return `Nothing fits into ${counted(asked, "minute")}. With a little more there is something to do.`;
  if (setAside === 0) return "No time is set aside for today. If you have some after all, choose how much.";
  if (setAside < RULES.leastMinutes)
    return `${counted(setAside, "minute")} a day is too little for a session: choose fewer weekdays, or more hours.`;
  if (minutesDone > 0)
    return `${minutesDone} of ${counted(setAside, "minute")} are done, and nothing fits into the rest.`;
  return "Everything that counts was practised lately: rest, or hold a mock.";
}
