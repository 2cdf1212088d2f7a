import { formatValue } from "../format-value.ts";
import { binAt, type ChartLine, middleOf, type Stroke, type TimeChartData } from "./chart.ts";
import { shortened, spreadLabels, widthOf } from "./place-labels.ts";
import type { Plot } from "./plot.ts";

type Props = { data: TimeChartData; plot: Plot; moment: number | undefined };

const valueText = ({ values, summary }: ChartLine, { data, moment }: Pick<Props, "data" | "moment">): string =>
  moment === undefined ? (summary ?? "") : formatValue(values[binAt(moment, data.clock)] ?? null, data.unit);

/** Names at the ends of their lines, each with its value: at the moment pointed at, or over the run. */
export function DirectLabels({ data, plot, moment }: Props) {
  const { frame, y, width } = plot;
  const ends = data.lines.map(({ values }) => y(values.findLast((value) => value !== null) ?? 0));
  const places = spreadLabels(ends, { gap: 15, from: frame.top + 4, to: frame.bottom - 2 });
  return data.lines.map((line, at) => {
    const value = valueText(line, { data, moment });
    const text = shortened(line.name, width - frame.right - 16 - widthOf(value));
    const place = places[at] ?? 0;
    return (
      <g key={line.name}>
        <path
          d={`M${frame.right + 2} ${(ends[at] ?? place).toFixed(1)}L${frame.right + 8} ${place.toFixed(1)}`}
          stroke={line.stroke.colour}
          strokeWidth="1"
          fill="none"
        />
        <text x={frame.right + 11} y={place + 4} fill={line.stroke.colour} className="num">
          {text} <tspan fill="var(--ink)">{value}</tspan>
        </text>
      </g>
    );
  });
}

/** The same below a chart that is too narrow for names at its lines. */
export function LegendRow({ data, moment }: Omit<Props, "plot">) {
  return (
    <ul className="caption num flex flex-wrap gap-x-4">
      {data.lines.map((line) => (
        <li key={line.name} className="inline-flex items-center gap-1.5">
          <Swatch stroke={line.stroke} />
          {line.name} <span className="text-ink">{valueText(line, { data, moment })}</span>
        </li>
      ))}
    </ul>
  );
}

function Swatch({ stroke }: { stroke: Stroke }) {
  return (
    <svg aria-hidden="true" width="22" height="8" viewBox="0 0 22 8" className="shrink-0">
      <line
        x1="1"
        x2="21"
        y1="4"
        y2="4"
        stroke={stroke.colour}
        strokeWidth={stroke.width}
        strokeDasharray={stroke.dash}
        strokeLinecap="round"
      />
    </svg>
  );
}

/** The moment pointed at: a rule through the plot, a dot on every line, the time at its foot. */
export function Cursor({ data, plot, moment, when }: Omit<Props, "moment"> & { moment: number; when: string }) {
  const { frame, x, y } = plot;
  const at = binAt(moment, data.clock);
  const place = x(middleOf(at, data.clock));
  const half = widthOf(when) / 2 + 5;
  const foot = Math.max(frame.left + half - 8, Math.min(frame.right - half + 8, place));
  return (
    <g pointerEvents="none">
      <line x1={place} x2={place} y1={frame.top} y2={frame.bottom} stroke="var(--ink-2)" />
      {data.lines.map(({ name, values, stroke }) => {
        const value = values[at];
        if (value === null || value === undefined) return null;
        return (
          <circle
            key={name}
            cx={place}
            cy={y(value)}
            r="3.5"
            fill={stroke.colour}
            stroke="var(--sheet)"
            strokeWidth="1.5"
          />
        );
      })}
      <rect x={foot - half} y={frame.bottom + 4} width={2 * half} height="18" rx="4" fill="var(--ink)" />
      <text x={foot} y={frame.bottom + 17} textAnchor="middle" fill="var(--sheet)" className="num">
        {when}
      </text>
    </g>
  );
}
