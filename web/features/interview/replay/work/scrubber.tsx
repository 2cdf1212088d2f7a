import { clockTime } from "../../../../ui/stopwatch.ts";
import type { Moment } from "./moments.ts";

type Props = { moments: readonly Moment[]; at: number; onAt: (at: number) => void; label: string };

const COLOURS = { pass: "bg-pass", part: "bg-part", fail: "bg-fail" } as const;

/** All moments of a round on one line, each change a step; what was tried is marked below it. */
export function Scrubber({ moments, at, onAt, label }: Props) {
  const last = moments.length - 1;
  if (last < 1) return null;
  const moment = moments[at];
  return (
    <div className="relative mx-3 pb-2">
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        onChange={({ target }) => onAt(Number(target.value))}
        aria-label={label}
        aria-valuetext={moment && `${clockTime(moment.atMs / 1000)}${moment.verdict ? `, ${moment.verdict.said}` : ""}`}
        className="block h-6 w-full accent-accent"
      />
      <div aria-hidden="true" className="absolute inset-x-2 bottom-0 h-1.5">
        {moments.map(
          ({ seq, verdict }, place) =>
            verdict && (
              <span
                key={seq}
                className={`-translate-x-1/2 absolute h-1.5 w-1 ${COLOURS[verdict.tone]}`}
                style={{ left: `${(100 * place) / last}%` }}
              />
            ),
        )}
      </div>
    </div>
  );
}
