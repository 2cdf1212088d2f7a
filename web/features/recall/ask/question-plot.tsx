import { scaleLinear, scaleLog, scalePoint } from "d3-scale";
import { useId } from "react";
import type { Plot } from "../types.ts";

const size = { width: 480, height: 300 };
const frame = { left: 60, right: 468, top: 14, bottom: 250 };
const strokes = [
  { colour: "var(--accent)", dash: undefined },
  { colour: "var(--fail)", dash: "6 4" },
  { colour: "var(--pass)", dash: "2 3" },
  { colour: "var(--part)", dash: "8 3 2 3" },
  { colour: "var(--ink-2)", dash: "1 4" },
  { colour: "var(--ink-3)", dash: "10 4" },
];
const strokeOf = (at: number) => strokes[at % strokes.length] ?? strokes[0];

type Scales = {
  x: (value: number | string) => number;
  y: (value: number) => number;
  xTicks: { at: number; label: string }[];
  yTicks: { at: number; label: string }[];
  step: number;
};

/** A plot to be read: drawn from its data, which stands below it as a table for those who cannot see it. */
export function QuestionPlot({ plot }: { plot: Plot }) {
  const scales = scalesOf(plot);
  const table = useId();
  return (
    <figure className="sheet min-w-0 px-3 pt-3 pb-2">
      <figcaption className="mb-1 px-1 text-sm font-medium">{plot.title}</figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`${plot.title}: ${plot.y.label} against ${plot.x.label}. The data stand in the table below.`}
        aria-describedby={table}
        className="w-full font-sans"
      >
        <Axes plot={plot} scales={scales} />
        {plot.series.map((series, at) => (
          <Series key={series.name} plot={plot} at={at} scales={scales} />
        ))}
      </svg>
      <p className="caption flex flex-wrap gap-x-4 px-1">
        {plot.series.map(({ name }, at) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" width="22" height="8" viewBox="0 0 22 8">
              <line
                x1="0"
                x2="22"
                y1="4"
                y2="4"
                stroke={strokeOf(at)?.colour}
                strokeWidth="2.5"
                strokeDasharray={plot.kind === "line" ? strokeOf(at)?.dash : undefined}
              />
            </svg>
            {name}
          </span>
        ))}
      </p>
      <details className="caption px-1">
        <summary>The data</summary>
        <div className="pane-scroll max-h-48">
          <DataTable id={table} plot={plot} />
        </div>
      </details>
    </figure>
  );
}

function Axes({ plot, scales }: { plot: Plot; scales: Scales }) {
  return (
    <g fontSize="12" fill="var(--ink-3)" className="num">
      {scales.yTicks.map(({ at, label }) => (
        <g key={label}>
          <line x1={frame.left} x2={frame.right} y1={at} y2={at} stroke="var(--line)" />
          <text x={frame.left - 7} y={at + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {scales.xTicks.map(({ at, label }) => (
        <text key={label} x={at} y={frame.bottom + 17} textAnchor="middle">
          {label}
        </text>
      ))}
      <line x1={frame.left} x2={frame.right} y1={frame.bottom} y2={frame.bottom} stroke="var(--line-strong)" />
      <text x={(frame.left + frame.right) / 2} y={size.height - 10} textAnchor="middle" fill="var(--ink-2)">
        {plot.x.label}
      </text>
      <text
        transform={`translate(14 ${(frame.top + frame.bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
        fill="var(--ink-2)"
      >
        {plot.y.label}
      </text>
    </g>
  );
}

function Series({ plot, at, scales }: { plot: Plot; at: number; scales: Scales }) {
  const points = plot.series[at]?.points ?? [];
  const colour = strokeOf(at)?.colour;
  if (plot.kind === "bars") {
    const width = (scales.step * 0.7) / plot.series.length;
    const base = scales.y(Math.max(0, plot.y.from ?? 0));
    return points.map(([x, y]) => (
      <rect
        key={String(x)}
        x={scales.x(x) - (width * plot.series.length) / 2 + at * width}
        width={Math.max(1, width - 1)}
        y={Math.min(base, scales.y(y))}
        height={Math.abs(base - scales.y(y))}
        fill={colour}
      />
    ));
  }
  if (plot.kind === "points")
    return points.map(([x, y]) => (
      <circle key={`${x} ${y}`} cx={scales.x(x)} cy={scales.y(y)} r="3.5" fill={colour} fillOpacity="0.8" />
    ));
  return (
    <polyline
      points={points.map(([x, y]) => `${scales.x(x).toFixed(1)},${scales.y(y).toFixed(1)}`).join(" ")}
      fill="none"
      stroke={colour}
      strokeWidth="2"
      strokeDasharray={strokeOf(at)?.dash}
    />
  );
}

function DataTable({ id, plot }: { id: string; plot: Plot }) {
  const rows = [...new Set(plot.series.flatMap(({ points }) => points.map(([x]) => x)))];
  const lookup = plot.series.map(({ points }) => new Map(points.map(([x, y]) => [x, y])));
  return (
    <table id={id} className="num text-left">
      <thead>
        <tr>
          <th className="pr-4 font-medium">{plot.x.label}</th>
          {plot.series.map(({ name }) => (
            <th key={name} className="pr-4 font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((x) => (
          <tr key={String(x)}>
            <td className="pr-4">{x}</td>
            {lookup.map((values, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the series do not change places
              <td key={at} className="pr-4">
                {values.get(x) ?? ""}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function scalesOf(plot: Plot): Scales {
  const all = plot.series.flatMap(({ points }) => points);
  const { y, ticks: yTicks } = valueScale(plot.y, {
    values: all.map(([, value]) => value),
    range: [frame.bottom, frame.top],
    fromZero: plot.kind === "bars",
  });
  const names = [...new Set(all.map(([x]) => x))];
  if (plot.kind === "bars" || names.some((x) => typeof x === "string")) {
    const place = scalePoint(names.map(String), [frame.left, frame.right]).padding(0.6);
    const every = Math.ceil(names.length / 10);
    const at = (x: number | string) => place(String(x)) ?? frame.left;
    const xTicks = names.filter((_, index) => index % every === 0).map((x) => ({ at: at(x), label: String(x) }));
    return { x: at, y, xTicks, yTicks, step: place.step() };
  }
  const { y: x, ticks: xTicks } = valueScale(plot.x, {
    values: names.map(Number),
    range: [frame.left + 6, frame.right - 6],
    fromZero: false,
  });
  return { x: (value) => x(Number(value)), y, xTicks, yTicks, step: 0 };
}

type Wanted = { values: number[]; range: [number, number]; fromZero: boolean };

function valueScale(axis: Plot["x"], { values, range, fromZero }: Wanted) {
  const low = axis.from ?? (fromZero ? Math.min(0, ...values) : Math.min(...values));
  const high = axis.to ?? Math.max(...values);
  const log = axis.scale === "log";
  const scale = log ? scaleLog([low, high], range) : scaleLinear([low, high], range).nice(6);
  const format = log ? scale.tickFormat(5, "~s") : scale.tickFormat(6);
  const ticks = scale
    .ticks(log ? 5 : 6)
    .map((value) => ({ at: scale(value), label: format(value) }))
    .filter(({ label }) => label !== "");
  return { y: (value: number) => scale(value), ticks };
}
