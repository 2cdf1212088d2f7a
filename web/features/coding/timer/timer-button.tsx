import { useSyncExternalStore } from "react";
import { PauseIcon, PlayIcon } from "../../../ui/icons.tsx";
import { clockTime } from "../../../ui/stopwatch.ts";
import type { Timer } from "./timer.ts";

/** Visible but quiet; pressed, it pauses. */
export function TimerButton({ timer, minutes }: { timer: Timer; minutes: number }) {
  const { usedMs, running } = useSyncExternalStore(timer.subscribe, timer.get);
  const time = clockTime(usedMs / 1_000);
  return (
    <button
      type="button"
      onClick={timer.toggle}
      title={`${running ? "Pause" : "Resume"} the timer (Alt T). Meant for about ${minutes} minutes.`}
      aria-label={`${running ? "Pause" : "Resume"} the timer: ${time} of about ${minutes} minutes`}
      className="num flex min-h-9 items-center gap-1 rounded-md px-2 font-mono text-sm text-ink-2 hover:bg-sunk hover:text-ink"
    >
      <span aria-hidden="true" className="text-ink-3">
        {running ? <PauseIcon /> : <PlayIcon />}
      </span>
      <span aria-hidden="true">{time}</span>
    </button>
  );
}
