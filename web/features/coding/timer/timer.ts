import { type Stopwatch, setRunning, tick } from "../../../ui/stopwatch.ts";

const key = (slug: string) => `holdout.seconds.${slug}`;

function usedBefore(slug: string): number {
  try {
    const kept = Number(localStorage.getItem(key(slug)));
    return Number.isFinite(kept) && kept > 0 ? kept : 0;
  } catch {
    return 0;
  }
}

function keepUsed(slug: string, usedMs: number): void {
  try {
    localStorage.setItem(key(slug), String(Math.round(usedMs)));
  } catch {
    // a browser without storage begins at zero next time
  }
}

/** Outside React's state: only what shows the time renders with every second. */
export type Timer = {
  get: () => Stopwatch;
  subscribe: (listener: () => void) => () => void;
  toggle: () => void;
  /** Time spent on the problem in this browser, over all visits. */
  secondsUsed: () => number;
  /** Begins to tick; the answer ends it. */
  start: () => () => void;
};

export function createTimer(slug: string): Timer {
  let watch: Stopwatch = { usedMs: usedBefore(slug), running: true, lastMs: Date.now() };
  const listeners = new Set<() => void>();
  const become = (next: Stopwatch) => {
    watch = next;
    keepUsed(slug, watch.usedMs);
    for (const listener of listeners) listener();
  };
  return {
    get: () => watch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    toggle: () => become(setRunning(watch, watch.running ? "paused" : "running", Date.now())),
    secondsUsed: () => Math.round(watch.usedMs / 1_000),
    start() {
      const ticking = setInterval(() => become(tick(watch, Date.now())), 1_000);
      return () => clearInterval(ticking);
    },
  };
}
