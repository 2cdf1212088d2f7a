/** When people are at work: `shifts` of eight hours from midnight on; `capacity` is cases a second while they are. */
export type Shifts = { shifts: number; capacity: number };

const SHIFT = 8 * 3600;
const DAY = 24 * 3600;

export function isOnShift({ shifts }: Shifts, at: number): boolean {
  return timeOfDay(at) < shifts * SHIFT;
}

/** The next moment at which work begins or ends. */
export function startOfNextShift({ shifts }: Shifts, at: number): number {
  if (shifts >= 3) return Number.POSITIVE_INFINITY;
  const time = timeOfDay(at);
  return at - time + (time < shifts * SHIFT ? shifts * SHIFT : DAY);
}

/** Seconds until so many cases are worked off, `less` a second of the capacity going to others. */
export function clearedIn(shifts: Shifts, { at, cases, less }: { at: number; cases: number; less: number }): number {
  const on = Math.min(3, shifts.shifts) * SHIFT;
  const aDay = shifts.capacity * on - less * DAY;
  if (aDay <= 0) return cases > 0 || less > 0 ? Number.POSITIVE_INFINITY : 0;
  const pause = isOnShift(shifts, at) ? 0 : startOfNextShift(shifts, at) - at;
  const here = isOnShift(shifts, at) ? on - timeOfDay(at) : on;
  const pace = Math.max(1e-12, shifts.capacity - less);
  if (shifts.shifts >= 3 || cases <= here * pace) return pause + cases / pace;
  const later = cases - here * pace;
  const days = Math.floor(later / (pace * on));
  return pause + here + (DAY - on) + days * DAY + (later - days * pace * on) / pace;
}

function timeOfDay(at: number): number {
  return ((at % DAY) + DAY) % DAY;
}
