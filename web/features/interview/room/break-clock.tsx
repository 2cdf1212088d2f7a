import { useEffect, useState } from "react";
import { clockTime } from "../../../ui/stopwatch.ts";
import { breakBegan } from "./kept.ts";

type Props = { id: string; round: number; minutes: number };

/** What is left of the break before a round. It binds nobody: the round begins when the candidate says so. */
export function BreakClock({ id, round, minutes }: Props) {
  const [began] = useState(() => breakBegan(id, round, Date.now()));
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, []);
  const leftSeconds = Math.ceil((began + minutes * 60_000 - now) / 1000);
  return (
    <p className="text-ink-2">
      {leftSeconds > 0 ? (
        <>
          Break:{" "}
          <span role="timer" aria-label="Left of the break" aria-live="off" className="num font-mono text-ink">
            {clockTime(leftSeconds)}
          </span>{" "}
          left. Stand up, drink something.
        </>
      ) : (
        "The break is over. Begin when you are ready."
      )}
    </p>
  );
}
