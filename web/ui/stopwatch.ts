/** Time spent on a problem. `lastMs` is when it was last looked at, on the caller's clock. */
export type Stopwatch = { usedMs: number; running: boolean; lastMs: number };

/** A gap longer than this is a machine that slept, not a person who thought (a hidden tab ticks once a minute). */
const LONGEST_GAP_MS = 70_000;

export function tick(watch: Stopwatch, nowMs: number): Stopwatch {
  const gapMs = Math.max(0, nowMs - watch.lastMs);
  const addedMs = watch.running && gapMs <= LONGEST_GAP_MS ? gapMs : 0;
  return { ...watch, usedMs: watch.usedMs + addedMs, lastMs: nowMs };
}

export function setRunning(watch: Stopwatch, running: "running" | "paused", nowMs: number): Stopwatch {
  return { ...tick(watch, nowMs), running: running === "running" };
}

const two = (value: number) => String(value).padStart(2, "0");

/** "18:42", from an hour on "1:02:03". */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
