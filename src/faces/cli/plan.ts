import type { App } from "../../app.ts";
import type { DayPlan, Session, TargetBody, Today } from "../../features/plan/schema.ts";
import { counted } from "../../lib/text.ts";
import { type Command, type Invocation, UsageError } from "./command.ts";
import { wholeNumber } from "./whole-number.ts";
import { withApp } from "./with-app.ts";

const USUAL = { hoursAWeek: 7, weekdays: [1, 2, 3, 4, 5, 6, 7], startHour: 19 };
const MOST_MINUTES = 720;

export const command: Command = {
  options: {
    minutes: { type: "string" },
    role: { type: "string" },
    date: { type: "string" },
    hours: { type: "string" },
    keep: { type: "boolean" },
  },
  async run({ positionals, values }) {
    if (positionals.length > 0)
      throw new UsageError('plan takes no file; "plan calendar FILE" writes the calendar. See: holdout plan --help');
    const minutes =
      values.minutes === undefined
        ? undefined
        : wholeNumber("--minutes", values.minutes, { from: 1, to: MOST_MINUTES });
    return withApp(values, async (app) => {
      const target = await askedTarget(app, values);
      if (target && values.keep === true) {
        const kept = await app.planning.setTarget(target);
        if (!kept.ok) throw new UsageError(kept.reason);
      }
      const today = await app.planning.today({ minutes, target });
      if (!today.ok) throw new UsageError(today.reason);
      if (today.value.target === null) throw new UsageError(noTarget(today.value.roles));
      console.log(values.json === true ? JSON.stringify(today.value) : asText(today.value));
      return 0;
    });
  },
};

/** The target that is kept with what was named on the command line; undefined where nothing was. */
async function askedTarget({ planning }: App, values: Invocation["values"]): Promise<TargetBody | undefined> {
  const { role, date, hours, keep } = values;
  if (role === undefined && date === undefined && hours === undefined) {
    if (keep === true) throw new UsageError("--keep keeps what you name: add --role, --date or --hours.");
    return undefined;
  }
  const { target: kept, roles } = await planning.target();
  if (!kept && role === undefined) throw new UsageError(noTarget(roles));
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { updatedAt: _, ...body } = kept ?? { ...USUAL, role: "", date: null, timeZone, updatedAt: "" };
  return {
    ...body,
    ...(role === undefined ? {} : { role: String(role) }),
    ...(date === undefined ? {} : { date: date === "none" ? null : String(date) }),
    ...(hours === undefined ? {} : { hoursAWeek: hoursOf(hours), weekdays: weekdaysFor(body.weekdays) }),
  };
}

function hoursOf(written: string | boolean): number {
  const hours = Number(written);
  if (typeof written !== "string" || written.trim() === "" || !Number.isFinite(hours))
    throw new UsageError("--hours takes the hours that you have in a week, as in --hours 7.");
  return hours;
}

function weekdaysFor(kept: readonly number[]): number[] {
  return kept.length > 0 ? [...kept] : USUAL.weekdays;
}

function noTarget(roles: Today["roles"]): string {
  return `Nothing to plan for yet: name a role with --role (${roles.map(({ id }) => id).join(", ")}), and --keep to keep it; --date and --hours where you know them.`;
}

const NEXT_DAYS = 6;

function asText({ target, roles, posting, day, daysLeft, datePassed, note, due, practisedDays, days }: Today): string {
  const role = roles.find(({ id }) => id === target?.role)?.title ?? target?.role;
  const left = daysLeft === null ? "" : daysLeft === 0 ? ", interview today" : `, ${counted(daysLeft, "day")} to go`;
  const [first, ...rest] = days;
  return [
    `${day} · ${role}${left}${posting ? `, weighed by "${posting.title}"` : ""}`,
    ...(datePassed ? [`The interview on ${target?.date} has passed: set a new date, or plan on without one.`] : []),
    ...(note ? [note] : []),
    "",
    ...(first?.sessions.map(sessionLine) ?? []),
    "",
    ...rest.slice(0, NEXT_DAYS).map(dayLine),
    "",
    `${counted(due, "answer")} due for review. Practised on ${practisedDays} of the last 7 days.`,
  ].join("\n");
}

function sessionLine({ minutes, title, reason }: Session): string {
  return `${String(minutes).padStart(4)} min  ${title}\n          ${reason}`;
}

function dayLine({ day, sessions }: DayPlan): string {
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
  if (minutes === 0) return `${day}    –`;
  return `${day}  ${String(minutes).padStart(3)} min  ${sessions.map(({ title }) => title).join(" · ")}`;
}
