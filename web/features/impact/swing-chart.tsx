import { moneyText } from "../../../src/features/impact/model/money-text.ts";
import type { ValueRange } from "../../../src/features/impact/model/value-range.ts";

const SHOWN = 5;

/** How far each assumption moves the value, the most first: a tornado of bars around the likely value. */
export function SwingChart({ range: { swings, likely }, currency }: { range: ValueRange; currency: string }) {
  const shown = swings.slice(0, SHOWN);
  const ends = [likely, ...shown.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const place = (value: number) => `${(100 * (value - least)) / Math.max(most - least, 1e-9)}%`;
  const money = (value: number) => moneyText(value, currency);
  return (
    <ul className="grid gap-2">
      {shown.map(({ id, label, atLow, atHigh }) => (
        <li key={id} className="text-[13px]">
          <div className="flex flex-wrap justify-between gap-x-3">
            <span className="text-ink-2">{label}</span>
            <span className="num text-ink-3">
              {money(atLow)} to {money(atHigh)}
            </span>
          </div>
          <svg aria-hidden="true" width="100%" height="12" className="mt-0.5 block rounded-sm bg-sunk">
            <rect
              x={place(Math.min(atLow, atHigh))}
              y="2"
              height="8"
              width={`${(100 * Math.abs(atHigh - atLow)) / Math.max(most - least, 1e-9)}%`}
              rx="2"
              fill="var(--accent)"
              opacity="0.75"
            />
            <line x1={place(likely)} x2={place(likely)} y1="0" y2="12" stroke="var(--ink)" strokeWidth="1.5" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
