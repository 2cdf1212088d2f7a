import { type Stopwatch, setRunning, tick } from "../../../ui/stopwatch.ts";

/** The clock of a round as this page sees it: it stands still while the page is hidden or the machine sleeps. */
export type RoundClock = {
  elapsedMs: () => number;
  /** Another page has seen more of the round. */
  atLeast: (ms: number) => void;
  run: (running: "running" | "paused") => void;
};

export function createRoundClock(startMs: number, now: () => number): RoundClock {
  let watch: Stopwatch = { usedMs: startMs, running: true, lastMs: now() };
  const elapsedMs = () => {
    watch = tick(watch, now());
    return watch.usedMs;
  };
  return {
    elapsedMs,
    atLeast(ms) {
      if (ms > elapsedMs()) watch = { ...watch, usedMs: ms };
    },
    run(running) {
      watch = setRunning(watch, running, now());
    },
  };
}
