import { useEffect, useState } from "react";
import { clockTime } from "../../../ui/stopwatch.ts";
import type { RoundClock } from "./round-clock.ts";

/** How far the round is: visible and quiet. Nothing of it is read out while one thinks. */
export function Timer({ clock, minutes }: { clock: RoundClock; minutes: number }) {
  const [seconds, setSeconds] = useState(() => Math.floor(clock.elapsedMs() / 1000));
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(Math.floor(clock.elapsedMs() / 1000)), 250);
    return () => clearInterval(ticking);
  }, [clock]);
  return (
    <span role="timer" aria-label="Time of this round" aria-live="off" className="num font-mono text-[13px] text-ink-2">
      {clockTime(seconds)} <span className="text-ink-3">of {clockTime(minutes * 60)}</span>
    </span>
  );
}
