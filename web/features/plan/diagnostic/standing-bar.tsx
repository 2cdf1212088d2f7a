import { percent } from "../../../ui/figures.ts";
import type { DiagnosticMap } from "./types.ts";

const place = (share: number) => `${(100 * share).toFixed(1)}%`;

/** An expected score with its 90 % interval on the way from 0 to 1; without its point where there is not enough evidence. */
export function StandingBar({ standing: { expected, interval, enough } }: { standing: DiagnosticMap["overall"] }) {
  const [low, high] = interval;
  const said = `${enough ? `${percent(expected)}, ` : "not enough evidence; "}between ${percent(low)} and ${percent(high)}`;
  return (
    <svg role="img" aria-label={said} width="100%" height="20" className="block overflow-visible">
      <line x1="0" x2="100%" y1="10" y2="10" stroke="var(--line-strong)" />
      <line
        x1={place(low)}
        x2={place(high)}
        y1="10"
        y2="10"
        stroke={enough ? "var(--accent)" : "var(--ink-3)"}
        strokeWidth="8"
        opacity={enough ? 0.3 : 0.25}
      />
      {enough && <circle cx={place(expected)} cy="10" r="5" fill="var(--accent)" />}
    </svg>
  );
}
