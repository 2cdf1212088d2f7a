import { z } from "zod";
import { RoundKind } from "../../shared/rounds/round-kind.ts";

export * from "./diagnostic/schema.ts";

const Day = z.string().describe("a day in the target's time zone, as 2026-11-27");
const Named = z.object({ id: z.string(), title: z.string() });
const Share = z.number().min(0).max(1);
const Time = z.string().describe("ISO 8601, UTC");
const Count = z.int().min(0);

// ---- where one stands

const Standing = z.object({
  rows: Count.describe("rows of evidence behind it"),
  expected: Share.describe("the score to be expected on middling items that were never seen"),
  interval: z.tuple([Share, Share]).describe("90 %"),
  enough: z.boolean().describe("whether that says enough to act on; else there is not enough evidence"),
});
export type Standing = z.infer<typeof Standing>;
const Expected = Standing.omit({ rows: true });

const Narrowing = z
  .object({ kind: z.string(), skills: z.array(z.string()).readonly(), minutes: z.number() })
  .describe(
    "an item that would tell much: of what kind and about what. Which it is stays unsaid, nobody has seen it yet",
  );
export type Narrowing = z.infer<typeof Narrowing>;

const Measured = z.object({
  holdout: Standing.describe("from items never practised: this is the readiness"),
  practice: Standing,
  optimism: z
    .number()
    .nullable()
    .describe("practice less holdout: what is known of the practised items alone; null while either says little"),
  narrowedBy: z.array(Narrowing).describe("what would narrow it most where there is not enough; mocks serve it"),
});
export type Measured = z.infer<typeof Measured>;

const RoundReadiness = Measured.extend({ round: z.string(), kind: RoundKind });
export type RoundReadiness = z.infer<typeof RoundReadiness>;

const Forecast = z.object({
  day: Day.describe("of the interview"),
  days: Count.describe("until then"),
  goingOn: Expected.describe("whole loop, at the pace of the last four weeks"),
  stopping: Expected.describe("whole loop, if nothing more is done"),
});
export type Forecast = z.infer<typeof Forecast>;

export const Readiness = z.object({
  role: z.string(),
  title: z.string(),
  asOf: Time,
  overall: Measured,
  rounds: z.array(RoundReadiness),
  forecast: Forecast.nullable().describe("null without a day of the interview, or while too little is known today"),
});
export type Readiness = z.infer<typeof Readiness>;

export const ReadinessChange = z.object({
  title: z.string().describe("of the role"),
  before: Standing,
  now: Standing,
  rounds: z.array(z.object({ round: z.string(), before: Standing, now: Standing })),
});
export type ReadinessChange = z.infer<typeof ReadinessChange>;

export const ReadinessOverTime = z.object({
  points: z
    .array(Standing.extend({ at: Time }))
    .describe("what the log as it stood then says by today's model; the last one is now"),
});
export type ReadinessOverTime = z.infer<typeof ReadinessOverTime>;

// ---- the map

const SkillOnMap = Named.extend({
  share: Share.describe("of all that the role weighs"),
  holdout: Standing,
  practice: Standing,
  cards: Count.describe("questions of recall that were answered"),
  recall: Share.nullable().describe("mean chance of recalling them now; null without any"),
});
export type SkillOnMap = z.infer<typeof SkillOnMap>;

const AreaOnMap = Named.extend({ share: Share, skills: z.array(SkillOnMap) });
export type AreaOnMap = z.infer<typeof AreaOnMap>;

const Forgetting = z.object({
  cards: Count,
  ahead: z
    .array(z.object({ what: z.enum(["now", "days", "interview"]), days: Count, below: Count }))
    .describe("how many are below 90 % recall after so many days, if nothing is reviewed"),
});
export type Forgetting = z.infer<typeof Forgetting>;

const Spent = z.object({
  days: Count,
  hours: z.number().min(0),
  planned: z.number().min(0).nullable().describe("hours that the target sets aside; null without a target"),
  areas: z.array(Named.extend({ hours: z.number().min(0), planned: z.number().min(0).nullable() })),
});
export type Spent = z.infer<typeof Spent>;

export const SkillMap = z.object({
  roles: z.array(Named),
  readiness: Readiness,
  areas: z.array(AreaOnMap),
  forgetting: Forgetting,
  spent: Spent,
});
export type SkillMap = z.infer<typeof SkillMap>;

// ---- the target and what is planned for it

const Minutes = z.number().min(0);

const WHOLE_HOUR = "Sessions begin at an hour from 0 to 23.";

/** What one prepares for. What does not fit together is said by `checkTarget`. */
export const TargetBody = z.strictObject({
  role: z.string().min(1).max(80),
  date: z.string().max(40).nullable().describe("the day of the interview, as 2026-12-24, or null"),
  hoursAWeek: z.number("Hours a week are a number, as 7."),
  weekdays: z.array(z.int().min(1).max(7)).max(7).describe("1 is Monday"),
  timeZone: z.string().min(1).max(80).describe("by its IANA name, as Europe/Berlin"),
  startHour: z
    .int("A whole hour, as 19.")
    .min(0, WHOLE_HOUR)
    .max(23, WHOLE_HOUR)
    .default(19)
    .describe("when sessions begin in the calendar"),
});
export type TargetBody = z.infer<typeof TargetBody>;

export const Target = TargetBody.extend({ updatedAt: z.iso.datetime() });
export type Target = z.infer<typeof Target>;

const Session = z.object({
  kind: z.enum(["reviews", "item", "mock"]),
  title: z.string(),
  to: z.string().describe("the page of the app where it is done"),
  minutes: Minutes,
  reason: z.string().describe("why this, in one sentence"),
  area: Named.nullable(),
  itemId: z.string().nullable(),
});
export type Session = z.infer<typeof Session>;

export const DayPlan = z.object({
  day: Day,
  phase: z.enum(["usual", "taper", "interview"]),
  minutes: Minutes.describe("that are set aside; sessions never take more"),
  sessions: z.array(Session),
});
export type DayPlan = z.infer<typeof DayPlan>;

export const PlannedTarget = z.object({ target: Target.nullable(), roles: z.array(Named) });
export type PlannedTarget = z.infer<typeof PlannedTarget>;

export const Today = PlannedTarget.extend({
  asOf: z.string(),
  day: Day,
  daysLeft: z.int().min(0).nullable().describe("until the interview; null without a date, or when it has passed"),
  datePassed: z.boolean(),
  note: z.string().nullable().describe("about today as a whole"),
  minutesDone: Minutes.describe("today, by the log of evidence"),
  due: z.int().min(0).describe("answers that are due for review"),
  waiting: z
    .object({ papers: z.int().min(0), applications: z.int().min(0) })
    .describe("papers to tell from memory, and applications with a step that is due"),
  practisedDays: z.int().min(0).max(7).describe("of the last seven, today among them"),
  posting: Named.nullable().describe("the job description whose weights count, where one prepares for one"),
  days: z.array(DayPlan).describe("today first; none without a target"),
});
export type Today = z.infer<typeof Today>;

export const Week = z.object({ days: z.array(DayPlan) });
export type Week = z.infer<typeof Week>;

export const WeeklyReview = z.object({
  from: Day,
  to: Day,
  posting: Named.nullable().describe("the job description whose weights count, where one prepares for one"),
  minutes: z.object({ done: Minutes, planned: Minutes }),
  sessions: z.int().min(0),
  practisedDays: z.int().min(0).max(7),
  areas: z.array(Named.extend({ minutes: Minutes, sessions: z.int().min(0), planned: Minutes })),
  readiness: z.object({
    before: Expected,
    now: Expected,
    change: z.number().nullable().describe("null while either is not enough to act on"),
  }),
  next: Session.nullable(),
});
export type WeeklyReview = z.infer<typeof WeeklyReview>;
