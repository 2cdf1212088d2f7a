import { memo } from "react";
import type { TimeChartData } from "./chart.ts";
import { type Plot, ROW } from "./plot.ts";
import { ValueAxis } from "./value-axis.tsx";

/** All of a chart that stays when the pointer moves. */
export const Canvas = memo(function Canvas({ data, plot }: { data: TimeChartData; plot: Plot }) {
  return (
    <>
      <Bands plot={plot} warmUp={data.clock.warmUp} />
      <Axes plot={plot} />
      {data.limit && <LimitLine plot={plot} limit={data.limit} />}
      {data.lines.map(({ name, stroke }, at) => (
        <path
          key={name}
          d={plot.paths[at]}
          fill="none"
          stroke={stroke.colour}
          strokeWidth={stroke.width}
          strokeDasharray={stroke.dash}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ))}
    </>
  );
});

function Axes({ plot: { frame, xTicks, yTicks } }: { plot: Plot }) {
  return (
    <g className="num" fill="var(--ink-3)">
      <ValueAxis frame={frame} ticks={yTicks} />
      {xTicks.map(({ at, label }) => (
        <g key={label}>
          <line x1={at} x2={at} y1={frame.bottom} y2={frame.bottom + 4} stroke="var(--line-strong)" />
          <text
            x={at}
            y={frame.bottom + 17}
            textAnchor={at > frame.right - 16 ? "end" : at < frame.left + 8 ? "start" : "middle"}
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Faults as shaded stretches with their names above; the warm-up, which does not count, in grey. */
function Bands({ plot: { frame, bands, names, x }, warmUp }: { plot: Plot; warmUp: number }) {
  return (
    <g>
      {warmUp > 0 && (
        <rect
          x={frame.left}
          width={Math.max(0, x(warmUp) - frame.left)}
          y={frame.top}
          height={frame.bottom - frame.top}
          fill="var(--ink-3)"
          opacity="0.1"
        />
      )}
      {bands.map(({ from, to }, at) => {
        const name = names[at];
        const top = 8 + (name?.row ?? 0) * ROW;
        return (
          <g key={`${from} ${name?.text}`}>
            <rect
              x={from}
              width={Math.max(2, to - from)}
              y={top}
              height={frame.bottom - top}
              fill="var(--fail)"
              opacity="0.09"
            />
            <line x1={from} x2={from} y1={top} y2={frame.bottom} stroke="var(--fail)" strokeOpacity="0.5" />
            <text
              x={name?.x}
              y={top + 10}
              fill="var(--ink-2)"
              stroke="var(--sheet)"
              strokeWidth="2.5"
              strokeOpacity="0.8"
              paintOrder="stroke"
            >
              {name?.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function LimitLine({ plot: { frame, y }, limit }: { plot: Plot; limit: NonNullable<TimeChartData["limit"]> }) {
  const at = y(limit.value);
  // the name stands on the side where values are bad: most of the time no line is there
  const below = limit.side === "atLeast" ? at + 16 < frame.bottom : at - 16 < frame.top;
  return (
    <g>
      <line
        x1={frame.left}
        x2={frame.right}
        y1={at}
        y2={at}
        stroke="var(--pass)"
        strokeWidth="1.5"
        strokeDasharray="1 4"
        strokeLinecap="round"
      />
      <text
        x={frame.right - 4}
        y={below ? at + 13 : at - 5}
        textAnchor="end"
        fill="var(--pass)"
        stroke="var(--sheet)"
        strokeWidth="3"
        paintOrder="stroke"
        className="num"
      >
        {limit.name}
      </text>
    </g>
  );
}
