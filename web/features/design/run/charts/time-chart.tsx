import { type KeyboardEvent, type PointerEvent, useId, useMemo } from "react";
import { formatMoment, formatValue } from "../format-value.ts";
import { Canvas } from "./canvas.tsx";
import { binAt, type Clock, middleOf, type TimeChartData } from "./chart.ts";
import { Cursor, DirectLabels, LegendRow } from "./legend.tsx";
import { type Plot, plotOf } from "./plot.ts";
import { sayChart } from "./say-chart.ts";
import { useWidth } from "./use-width.ts";

type Props = {
  data: TimeChartData;
  height?: number;
  /** The moment pointed at, seconds: charts of one scenario share it. */
  moment: number | undefined;
  onMoment: (moment: number | undefined) => void;
};

/** Lines over time. A pointer or the arrow keys read the values of a moment. */
export function TimeChart({ data, height = 158, moment, onMoment }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const heading = useId();
  const plot = useMemo(() => (width > 0 ? plotOf(data, { width, body: height }) : undefined), [data, width, height]);
  const says = useMemo(() => sayChart(data), [data]);
  const point = (event: PointerEvent<SVGSVGElement>) =>
    plot && onMoment(momentUnder(event, { plot, clock: data.clock }));
  return (
    <figure className="min-w-0" aria-labelledby={heading}>
      <figcaption id={heading} className="mb-1 text-sm font-medium text-ink">
        {data.title}
        {plot?.scale === "log" && <span className="font-normal text-ink-3"> · log scale</span>}
      </figcaption>
      <div ref={box} className="relative" style={{ minHeight: height }}>
        <MomentRange data={data} moment={moment} onMoment={onMoment} />
        {plot && (
          <svg
            width={width}
            height={plot.height}
            role="img"
            aria-label={says}
            fontSize="11"
            className="block touch-pan-y rounded-sm font-sans peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
            onPointerMove={point}
            onPointerDown={point}
            onPointerLeave={() => onMoment(undefined)}
          >
            <Canvas data={data} plot={plot} />
            {plot.naming === "direct" && <DirectLabels data={data} plot={plot} moment={moment} />}
            {moment !== undefined && (
              <Cursor data={data} plot={plot} moment={moment} when={formatMoment(moment, data.clock.scale)} />
            )}
          </svg>
        )}
      </div>
      {plot?.naming === "legend" && <LegendRow data={data} moment={moment} />}
    </figure>
  );
}

function momentUnder(event: PointerEvent<SVGSVGElement>, { plot, clock }: { plot: Plot; clock: Clock }) {
  const { frame } = plot;
  const across =
    (event.clientX - event.currentTarget.getBoundingClientRect().left - frame.left) / (frame.right - frame.left);
  if (across < -0.05 || across > 1.05) return undefined;
  return middleOf(binAt(across * clock.lasts, clock), clock);
}

/** The keyboard's way to a moment: a slider that is heard and moved, and seen as the rule in the plot. */
function MomentRange({ data, moment, onMoment }: Omit<Props, "height">) {
  const { clock, lines, unit } = data;
  const at = moment === undefined ? 0 : binAt(moment, clock);
  const values = lines.map(({ name, values: series }) => `${name} ${formatValue(series[at] ?? null, unit)}`);
  const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && onMoment(undefined);
  return (
    <input
      type="range"
      className="peer sr-only"
      aria-label={`${data.title}: read a moment`}
      aria-valuetext={`${formatMoment(middleOf(at, clock), clock.scale)}: ${values.join(", ")}`}
      min={0}
      max={Math.max(0, Math.ceil(clock.lasts / clock.bin) - 1)}
      value={at}
      onChange={(event) => onMoment(middleOf(Number(event.target.value), clock))}
      onKeyDown={onKeyDown}
      onBlur={() => onMoment(undefined)}
    />
  );
}
