import type { InterviewHome, InterviewSettings, Loop, PlannedRound, RoundKind } from "../types.ts";
import { NUDGES, PERSONAS } from "../wording.ts";

/** A round of the plan; `key` tells it from others while it is moved about. */
export type DraftRound = PlannedRound & { key: string };

const USUAL_MINUTES = 45;
const USUAL_BREAK_MINUTES = 5;
export const MOST_ROUNDS = 10;
export const MINUTES = { least: 5, most: 240 };
export const BREAK_MINUTES = { least: 0, most: 120 };

/** The loop of a role as it can be held here: kinds that are not available are left out. */
export function planOf({ rounds }: Loop): DraftRound[] {
  return withoutFirstBreak(
    rounds
      .filter(({ available }) => available)
      .map(({ kind, title, minutes, breakMinutes }, at) => ({ key: `${at}`, kind, title, minutes, breakMinutes })),
  );
}

/** What the loop has besides and nobody can hold here. */
export function leftOut({ rounds }: Loop): string[] {
  return rounds.filter(({ available }) => !available).map(({ title }) => title);
}

export function addRound(plan: readonly DraftRound[], round: Omit<DraftRound, "breakMinutes">): DraftRound[] {
  if (plan.length >= MOST_ROUNDS) return [...plan];
  return [...plan, { ...round, breakMinutes: plan.length === 0 ? 0 : USUAL_BREAK_MINUTES }];
}

export function removeRound(plan: readonly DraftRound[], key: string): DraftRound[] {
  return withoutFirstBreak(plan.filter((each) => each.key !== key));
}

/** A break stays in its place when rounds change theirs. */
export function moveRound(plan: readonly DraftRound[], key: string, by: 1 | -1): DraftRound[] {
  const at = plan.findIndex((each) => each.key === key);
  const [moved, other] = [plan[at], plan[at + by]];
  if (!moved || !other) return [...plan];
  return plan.map((each, place) => {
    if (place === at) return { ...other, breakMinutes: each.breakMinutes };
    return place === at + by ? { ...moved, breakMinutes: each.breakMinutes } : each;
  });
}

export function changeRound(
  plan: readonly DraftRound[],
  key: string,
  change: Partial<Pick<DraftRound, "minutes" | "breakMinutes">>,
): DraftRound[] {
  return plan.map((each) => (each.key === key ? { ...each, ...change } : each));
}

/** From the first "Begin" to the end, breaks included. */
export function totalMinutes(plan: readonly PlannedRound[]): number {
  return plan.reduce((sum, { minutes, breakMinutes }) => sum + minutes + breakMinutes, 0);
}

/** How long a round of a kind is: as in the loop of the role, else in any, else three quarters of an hour. */
export function minutesFor(kind: RoundKind, role: string, loops: InterviewHome["loops"]): number {
  const ordered = loops.toSorted((a, b) => Number(b.role === role) - Number(a.role === role));
  return ordered.flatMap(({ rounds }) => rounds).find((each) => each.kind === kind)?.minutes ?? USUAL_MINUTES;
}

/** Whether all lengths are ones that the server takes. */
export function isSound(plan: readonly PlannedRound[]): boolean {
  const within = (value: number, { least, most }: { least: number; most: number }) =>
    Number.isInteger(value) && value >= least && value <= most;
  return (
    plan.length > 0 &&
    plan.every(({ minutes, breakMinutes }) => within(minutes, MINUTES) && within(breakMinutes, BREAK_MINUTES))
  );
}

function withoutFirstBreak(plan: DraftRound[]): DraftRound[] {
  return plan.map((each, at) => (at === 0 ? { ...each, breakMinutes: 0 } : each));
}

/** What was chosen last: it is chosen again. */
export type Chosen = { role: string; difficulty: number; settings: InterviewSettings };

const FIRST: Omit<Chosen, "role"> = {
  difficulty: 3,
  settings: { persona: "warm", nudgeAfterSeconds: 120, interrupts: false },
};

/** Reads what was kept of the last choice; what does not fit any more gives way to the usual. */
export function chosenFrom(kept: string, roles: readonly string[]): Chosen {
  const { role, difficulty, settings = {} } = parsed(kept);
  const { persona, nudgeAfterSeconds, interrupts } = settings;
  const nudge = NUDGES.find(({ seconds }) => seconds === nudgeAfterSeconds);
  return {
    role: roles.find((each) => each === role) ?? roles[0] ?? "",
    difficulty: [1, 2, 3, 4, 5].find((each) => each === difficulty) ?? FIRST.difficulty,
    settings: {
      persona: PERSONAS.find(({ id }) => id === persona)?.id ?? FIRST.settings.persona,
      nudgeAfterSeconds: nudge === undefined ? FIRST.settings.nudgeAfterSeconds : nudge.seconds,
      interrupts: interrupts === true,
    },
  };
}

function parsed(kept: string): Partial<Omit<Chosen, "settings">> & { settings?: Partial<InterviewSettings> } {
  try {
    const read: unknown = JSON.parse(kept || "{}");
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}
