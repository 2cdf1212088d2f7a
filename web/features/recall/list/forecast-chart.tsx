import { scaleLinear } from "d3-scale";
import { counted } from "../../../../src/lib/text.ts";
import { percent } from "../../../ui/figures.ts";
import type { QuestionList } from "../types.ts";

const size = { width: 640, height: 116 };
const frame = { left: 48, right: 628, top: 10, bottom: 88 };
const BAR_SHARE = 0.62;

/** What returns on each day as bars, and what would be left of it all without reviews as a line. */
export function ForecastChart({ days, answered }: { days: QuestionList["forecast"]; answered: number }) {
  const most = Math.max(4, ...days.map(({ due }) => due));
  const x = scaleLinear([0, days.length], [frame.left, frame.right]);
  const retained = scaleLinear([0, 1], [frame.bottom, frame.top]);
  const due = scaleLinear([0, most], [frame.bottom, frame.top + 24]);
  const width = (x(1) - x(0)) * BAR_SHARE;
  const last = days.at(-1);
  const words = `Without another answer ${percent(last?.retained ?? 0)} of ${counted(answered, "answer")} would be left in ${days.length} days`;
  return (
    <figure className="sheet mb-6 px-4 py-3 sm:px-6">
      <figcaption className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm">
        <b className="font-medium">What returns, and what fades</b>
        <span className="num text-ink-2">{words}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={words}
        className="hidden w-full max-w-[760px] font-sans sm:block"
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share} fontSize="11" fill="var(--ink-3)" className="num">
            <line x1={frame.left} x2={frame.right} y1={retained(share)} y2={retained(share)} stroke="var(--line)" />
            <text x={frame.left - 8} y={retained(share) + 4} textAnchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        {days.map(({ day, due: count }, at) => (
          <rect
            key={day}
            x={x(at + 0.5) - width / 2}
            width={width}
            y={due(count)}
            height={frame.bottom - due(count)}
            fill="var(--line-strong)"
          >
            <title>{`${day}: ${count} due`}</title>
          </rect>
        ))}
        <polyline
          points={days.map(({ retained: share }, at) => `${x(at + 0.5)},${retained(share)}`).join(" ")}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
        />
        <g fontSize="11" fill="var(--ink-3)" className="num">
          {[0, 7, 14, 21, 28]
            .filter((at) => at < days.length)
            .map((at) => (
              <text key={at} x={x(at + 0.5)} y={frame.bottom + 18} textAnchor="middle">
                {at === 0 ? "today" : `${at} d`}
              </text>
            ))}
        </g>
      </svg>
      <p className="caption hidden flex-wrap gap-x-4 sm:flex">
        <span>
          <span aria-hidden="true" className="text-accent">
            ─{" "}
          </span>
          chance of recall without reviews
        </span>
        <span>
          <span aria-hidden="true">▮ </span>questions that return
        </span>
      </p>
    </figure>
  );
}
