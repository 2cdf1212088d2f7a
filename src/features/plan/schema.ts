import { z } from "zod";
import type { RoundKind } from "../../shared/rounds/round-kind.ts";

export * from "./diagnostic/schema.ts";

/** What is expected of a candidate on middling items of a round, 0 to 1. */
export type Standing = {
  /** Rows of evidence behind it. */
  rows: number;
  expected: number;
  /** 90 %. */
  interval: [number, number];
  /** Whether that says enough to act on; else the answer is that there is not enough evidence. */
  enough: boolean;
};

/** An item that would tell much: of what kind and about what. Which it is stays unsaid, since nobody has seen it yet. */
export type Narrowing = { kind: string; skills: readonly string[]; minutes: number };

export type RoundReadiness = {
  round: string;
  kind: RoundKind;
  /** From items never practised: this is the readiness. */
  holdout: Standing;
  practice: Standing;
  /** Practice less holdout: how much of what is known is known of the practised items alone. Null while either says little. */
  optimism: number | null;
  /** What of the holdout would narrow it most, where there is not enough evidence. Mocks serve it, practice does not. */
  narrowedBy: Narrowing[];
};

export type Readiness = {
  role: string;
  title: string;
  asOf: string;
  overall: Omit<RoundReadiness, "round" | "kind">;
  rounds: RoundReadiness[];
};

// ---- the target and what is planned for it

const Day = z.string().describe("a day in the target's time zone, as 2026-11-27");
const Minutes = z.number().min(0);
const Named = z.object({ id: z.string(), title: z.string() });

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
  postingId: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe("a posting whose weights count, not the role's"),
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
  practisedDays: z.int().min(0).max(7).describe("of the last seven, today among them"),
  days: z.array(DayPlan).describe("today first; none without a target"),
});
export type Today = z.infer<typeof Today>;

export const Week = z.object({ days: z.array(DayPlan) });
export type Week = z.infer<typeof Week>;

const Measured = z.object({ expected: z.number(), interval: z.tuple([z.number(), z.number()]), enough: z.boolean() });

export const WeeklyReview = z.object({
  from: Day,
  to: Day,
  minutes: z.object({ done: Minutes, planned: Minutes }),
  sessions: z.int().min(0),
  practisedDays: z.int().min(0).max(7),
  areas: z.array(Named.extend({ minutes: Minutes, sessions: z.int().min(0), planned: Minutes })),
  readiness: z.object({
    before: Measured,
    now: Measured,
    change: z.number().nullable().describe("null while either is not enough to act on"),
  }),
  next: Session.nullable(),
});
export type WeeklyReview = z.infer<typeof WeeklyReview>;
