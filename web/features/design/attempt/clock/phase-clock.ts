import { tick } from "../../../../ui/stopwatch.ts";
import type { Phase } from "../../types.ts";

type PhaseSeconds = Partial<Record<Phase, number>>;

/** Outside React's state: only what shows the time renders with every second. */
export type PhaseClock = {
  /** Seconds spent in each phase, over all visits. */
  get: () => PhaseSeconds;
  subscribe: (listener: () => void) => () => void;
  /** From now on time counts for this phase. */
  enter: (phase: Phase) => void;
  /** Begins to tick; the answer ends it. */
  start: () => () => void;
};

type Given = { seconds: PhaseSeconds; phase: Phase; now: () => number };

export function createPhaseClock({ seconds: before, phase: first, now }: Given): PhaseClock {
  let seconds = before;
  let phase = first;
  let lastMs = now();
  const listeners = new Set<() => void>();

  const count = (): void => {
    const nowMs = now();
    const { usedMs } = tick({ usedMs: 0, running: true, lastMs }, nowMs);
    lastMs = nowMs;
    seconds = { ...seconds, [phase]: (seconds[phase] ?? 0) + usedMs / 1000 };
    for (const listener of listeners) listener();
  };
  return {
    get: () => seconds,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter(next) {
      count();
      phase = next;
    },
    start() {
      lastMs = now();
      const ticking = setInterval(count, 1000);
      return () => clearInterval(ticking);
    },
  };
}
