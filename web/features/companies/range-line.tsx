import type { Total } from "../../../src/features/companies/model/scorecard.ts";
import { percent } from "../../ui/figures.ts";

/** A total from 1 to 5 as a range on a line, and in words. */
export function RangeLine({ total }: { total: Total | undefined }) {
  if (!total) return <p className="text-[14px] text-ink-3">Nothing has weight yet.</p>;
  const place = (value: number) => `${25 * (value - 1)}%`;
  return (
    <div>
      <p className="num text-[14px]">
        <b className="font-semibold">{rangeText(total)}</b> <span className="text-ink-3">{knownText(total)}</span>
      </p>
      <svg aria-hidden="true" width="100%" height="12" className="mt-1 block rounded-sm bg-sunk">
        <rect
          x={place(total.low)}
          y="2"
          height="8"
          width={`${Math.max(1, 25 * (total.high - total.low))}%`}
          rx="2"
          fill="var(--accent)"
          opacity="0.75"
        />
      </svg>
    </div>
  );
}

function rangeText({ low, high }: Total): string {
  return high - low < 0.05 ? `${low.toFixed(1)} of 5` : `${low.toFixed(1)} to ${high.toFixed(1)} of 5`;
}

function knownText({ known }: Total): string {
  return known >= 1 ? "all that matters is known" : `${percent(known)} of what matters is known`;
}
