import { BAR } from "../../../../src/features/interview/model/scorecard.ts";

type Props = { score: number; low: number; high: number; before?: number | undefined };

const place = (share: number) => `${(100 * share).toFixed(1)}%`;

/** A score with its 90 % interval on the way from 0 to 1, the bar, and where the last mock was. */
export function IntervalBar({ score, low, high, before }: Props) {
  const said = `${score.toFixed(2)} of 1, likely between ${low.toFixed(2)} and ${high.toFixed(2)}; the bar is at ${BAR.toFixed(2)}${before === undefined ? "" : `, the last mock was at ${before.toFixed(2)}`}`;
  return (
    <svg role="img" aria-label={said} width="100%" height="30" className="block overflow-visible">
      <line x1="0" x2="100%" y1="14" y2="14" stroke="var(--line-strong)" />
      <line x1={place(low)} x2={place(high)} y1="14" y2="14" stroke="var(--accent)" strokeWidth="8" opacity="0.3" />
      <line
        x1={place(BAR)}
        x2={place(BAR)}
        y1="2"
        y2="26"
        stroke="var(--ink-2)"
        strokeWidth="1.5"
        strokeDasharray="3 2"
      />
      {before !== undefined && (
        <circle cx={place(before)} cy="14" r="4" fill="var(--sheet)" stroke="var(--ink-3)" strokeWidth="1.5" />
      )}
      <circle cx={place(score)} cy="14" r="5" fill="var(--accent)" />
    </svg>
  );
}
