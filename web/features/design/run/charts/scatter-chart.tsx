import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { formatDollars, formatValue, type Unit } from "../format-value.ts";
import { widthOf } from "./place-labels.ts";
import { useWidth } from "./use-width.ts";
import { ValueAxis } from "./value-axis.tsx";

export type ScatterPoint = { name: string; x: number; y: number; look: "full" | "ring" | "square" };

type Props = {
  title: string;
  /** Of y; x is money. */
  unit: Unit;
  points: readonly ScatterPoint[];
  joined: readonly ScatterPoint[];
  says: string;
};

const HEIGHT = 220;
const frame = { left: 52, top: 12, bottom: HEIGHT - 24 };

/** Named points, and a line through some of them. */
export function ScatterChart({ title, unit, points, joined, says }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const heading = useId();
  const { x, y } = scalesOf(points, { right: width - 14, unit });
  return (
    <figure className="min-w-0" aria-labelledby={heading}>
      <figcaption id={heading} className="mb-1 text-sm font-medium">
        {title}
      </figcaption>
      <div ref={box} style={{ minHeight: HEIGHT }}>
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            aria-label={`${title}. ${says}`}
            fontSize="11"
            className="block font-sans"
          >
            <Grid x={x} y={y} unit={unit} right={width - 14} />
            <polyline
              points={joined.map((point) => `${x(point.x)},${y(point.y)}`).join(" ")}
              fill="none"
              stroke="var(--accent)"
              strokeWidth="1.5"
              strokeDasharray="2 4"
              strokeLinecap="round"
            />
            {points.map((point) => (
              <Named key={point.name} point={point} at={{ x: x(point.x), y: y(point.y) }} right={width - 14} />
            ))}
          </svg>
        )}
      </div>
    </figure>
  );
}

type Scale = ReturnType<typeof scaleLinear<number>>;

function scalesOf(points: readonly ScatterPoint[], { right, unit }: { right: number; unit: Unit }) {
  const padded = (values: number[], floor: number): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = Math.max((high - low) * 0.18, high * 0.06);
    return [Math.max(floor, low - room), high + room];
  };
  const range = padded(
    points.map((point) => point.y),
    0,
  );
  const x = scaleLinear(
    padded(
      points.map((point) => point.x),
      0,
    ),
    [frame.left, right],
  ).nice(4);
  const top = unit === "share" ? Math.min(1, range[1]) : range[1];
  return { x, y: scaleLinear([range[0], top], [frame.bottom, frame.top]) };
}

function Grid({ x, y, unit, right }: { x: Scale; y: Scale; unit: Unit; right: number }) {
  return (
    <g className="num" fill="var(--ink-3)">
      <ValueAxis
        frame={{ ...frame, right }}
        ticks={y.ticks(4).map((tick) => ({ at: y(tick), label: formatValue(tick, unit, 3) }))}
      />
      {x
        .ticks(Math.max(2, Math.floor(right / 130)))
        .filter((tick) => x(tick) <= right - 20)
        .map((tick) => (
          <text key={tick} x={x(tick)} y={frame.bottom + 17} textAnchor="middle">
            {formatDollars(tick)}
          </text>
        ))}
    </g>
  );
}

function Named({ point, at, right }: { point: ScatterPoint; at: { x: number; y: number }; right: number }) {
  const after = at.x + 9 + widthOf(point.name) < right;
  return (
    <g>
      {point.look === "square" ? (
        <rect
          x={at.x - 5}
          y={at.y - 5}
          width="10"
          height="10"
          fill="var(--pass)"
          stroke="var(--sheet)"
          strokeWidth="1.5"
        />
      ) : (
        <circle
          cx={at.x}
          cy={at.y}
          r="5"
          fill={point.look === "full" ? "var(--accent)" : "var(--sheet)"}
          stroke="var(--accent)"
          strokeWidth="2"
        />
      )}
      <text
        x={after ? at.x + 10 : at.x - 10}
        y={at.y - 7}
        textAnchor={after ? "start" : "end"}
        fill={point.look === "full" ? "var(--ink)" : "var(--ink-2)"}
        fontWeight={point.look === "full" ? 600 : 400}
        stroke="var(--sheet)"
        strokeWidth="3"
        paintOrder="stroke"
        className="num"
      >
        {point.name}
      </text>
    </g>
  );
}
