import { moneyText } from "../../../src/features/impact/model/money-text.ts";
import type { ValueRange } from "../../../src/features/impact/model/value-range.ts";

/** The range on one line with nothing gained marked, so that a possible loss is seen. */
export function RangeBar({ range: { low, likely, high }, currency }: { range: ValueRange; currency: string }) {
  const least = Math.min(0, low, likely);
  const most = Math.max(0, high, likely);
  const place = (value: number) => `${4 + (92 * (value - least)) / Math.max(most - least, 1e-9)}%`;
  const money = (value: number) => moneyText(value, currency);
  return (
    <figure className="my-3">
      <svg role="img" width="100%" height="44" className="num block text-[12px]">
        <title>{`From ${money(low)} to ${money(high)}, likely ${money(likely)}`}</title>
        <line x1="4%" x2="96%" y1="14" y2="14" stroke="var(--line-strong)" />
        <line x1={place(0)} x2={place(0)} y1="4" y2="24" stroke="var(--ink-3)" strokeDasharray="3 2" />
        <line x1={place(low)} x2={place(high)} y1="14" y2="14" stroke="var(--accent)" strokeWidth="8" />
        <circle cx={place(likely)} cy="14" r="6" fill="var(--sheet)" stroke="var(--accent-strong)" strokeWidth="2.5" />
        <text x={place(0)} y="40" textAnchor={least === 0 ? "start" : "middle"} fill="var(--ink-3)">
          0
        </text>
        <text x="96%" y="40" textAnchor="end" fill="var(--ink-3)">
          {money(most)}
        </text>
      </svg>
    </figure>
  );
}
