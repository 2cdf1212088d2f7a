import type { LocalDay } from "./local-days.ts";

/** When what is done; docs/plan.md says why. */
export const RULES = {
  /** How far ahead a plan is made in detail. */
  detailDays: 14,
  minutesAReview: 2,
  /** Of a day's time, at most this much goes to reviews, so that they never drown what is new. */
  reviewShare: 0.35,
  /** With so little time there is one thing to do. */
  smallMinutes: 15,
  leastMinutes: 5,
  mockEveryDays: 7,
  /** The first mock waits for that many days after the first exercise. */
  firstMockAfterDays: 3,
  leastMockMinutes: 25,
  mostInARow: 2,
  itemRestDays: { first: 7, growth: 2, most: 60 },
  skillRestDays: { first: 1, growth: 1.5, most: 10 },
  /** The days before the interview, the last one first: the share of the usual time, and what it is at most. */
  taper: [
    { share: 0.25, mostMinutes: 20 },
    { share: 0.5, mostMinutes: 60 },
    { share: 0.7, mostMinutes: 120 },
  ],
} as const;

/** Before the interview there is a taper: less, and nothing new. On its day there is nothing to do. */
export type Phase = "usual" | "taper" | "interview";

export function phaseOf(day: LocalDay, interview: LocalDay | null): Phase {
  if (interview === null || day < interview - RULES.taper.length) return "usual";
  return day >= interview ? "interview" : "taper";
}

/** What of the time of a day is planned. */
export function minutesIn(available: number, day: LocalDay, interview: LocalDay | null): number {
  const phase = phaseOf(day, interview);
  if (phase === "interview" || interview === null) return phase === "interview" ? 0 : Math.max(0, available);
  const taper = phase === "taper" ? RULES.taper[interview - day - 1] : undefined;
  return taper ? Math.min(Math.floor(available * taper.share), taper.mostMinutes) : Math.max(0, available);
}

/** What of minutes that there are now is planned: in a taper no more than on that day, however many there are. */
export function minutesNow(there: number, day: LocalDay, interview: LocalDay | null): number {
  const phase = phaseOf(day, interview);
  if (phase === "interview") return 0;
  const taper = phase === "taper" && interview !== null ? RULES.taper[interview - day - 1] : undefined;
  return Math.min(there, taper?.mostMinutes ?? there);
}

/** How many days what was done `times` times rests: longer each time, for what is spaced stays. */
export function restDays(times: number, { first, growth, most }: { first: number; growth: number; most: number }) {
  return times === 0 ? 0 : Math.min(most, Math.ceil(first * growth ** (times - 1)));
}
