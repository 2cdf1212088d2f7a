import { Sign } from "../../../ui/state-mark.tsx";
import type { Growth, TestResult } from "../types.ts";
import { asWords } from "../wording.ts";
import { type Curve, growthCurve, measuredOrder, type Point } from "./growth-curve.ts";
import { statusNames, statusTones } from "./verdict-words.ts";

const size = { width: 340, height: 176 };
const frame = { left: 52, right: 328, top: 12, bottom: 150 };
const path = (points: readonly Point[]) => points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

/** Cost against n on log-log axes, beside the order that was asked for. */
export function GrowthPlot({ growth, test }: { growth: Growth; test: TestResult | undefined }) {
  const curve = growthCurve(growth, frame);
  const measured = measuredOrder(growth);
  const what = growth.measure === "time" ? "Time" : "Memory";
  return (
    <figure className="mt-4">
      <figcaption className="mb-1 text-sm">
        {test && <Sign tone={statusTones[test.status]} label={statusNames[test.status]} />}{" "}
        <b className="font-medium">{what} against n</b> <span className="text-ink-2">— {asWords(growth.name)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`${what} grows like ${measured}; at most ${growth.atMost} is asked for`}
        className="w-full max-w-[420px] font-sans"
      >
        <Axes curve={curve} />
        <polyline
          points={path(curve.target)}
          fill="none"
          stroke="var(--pass)"
          strokeWidth="1.5"
          strokeDasharray="3 4"
        />
        <polyline points={path(curve.measured)} fill="none" stroke="var(--accent)" strokeWidth="2" />
        {curve.measured.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r="3" fill="var(--accent)" />
        ))}
      </svg>
      <p className="caption num flex flex-wrap gap-x-4">
        <span>
          <span aria-hidden="true" className="text-accent">
            ●{" "}
          </span>
          yours <Power text={measured} />
        </span>
        {curve.target.length > 0 && (
          <span>
            <span aria-hidden="true" className="text-pass">
              ┄{" "}
            </span>
            asked: at most <Power text={growth.atMost} />
          </span>
        )}
      </p>
    </figure>
  );
}

function Axes({ curve }: { curve: Curve }) {
  return (
    <g fontSize="11" fill="var(--ink-3)" className="num">
      <line x1={frame.left} x2={frame.right} y1={frame.bottom + 6} y2={frame.bottom + 6} stroke="var(--line-strong)" />
      {curve.yTicks.map(({ at, label }) => (
        <g key={label}>
          <line x1={frame.left} x2={frame.right} y1={at} y2={at} stroke="var(--line)" />
          <text x={frame.left - 8} y={at + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {curve.xTicks.map(({ at, label }) => (
        <text key={label} x={at} y={frame.bottom + 20} textAnchor="middle">
          {label}
        </text>
      ))}
    </g>
  );
}

/** "n^2" as n². */
function Power({ text }: { text: string }) {
  return text.split(/\^(\S+)/).map((part, index) => (index % 2 === 1 ? <sup key={part}>{part}</sup> : part));
}
