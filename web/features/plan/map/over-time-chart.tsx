import { useQuery } from "@tanstack/react-query";
import { scaleLinear, scaleTime } from "d3-scale";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { percent } from "../../../ui/figures.ts";
import { formatDay } from "../../../ui/format-time.ts";
import { overTimeQuery } from "./queries.ts";
import type { Forecast, ReadinessOverTime } from "./types.ts";
import { forecastSaid, standingSaid } from "./wording.ts";

const size = { width: 640, height: 190 };
const frame = { left: 46, right: 624, top: 10, bottom: 158 };
/** How much room a word under the axis takes. */
const LABEL = 80;

/** Readiness as it was on past Mondays, is now, and is to be expected on the day of the interview, inside its interval. */
export function OverTime({ role, forecast }: { role: string | undefined; forecast: Forecast | null }) {
  const { data, error, refetch } = useQuery(overTimeQuery(role));
  return (
    <section aria-labelledby="over-time" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="over-time" className="mb-2 text-lg">
        Over time
      </h2>
      {data ? (
        <Chart points={data.points} forecast={forecast} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton aspect-[640/190] w-full max-w-[820px]" />
      )}
    </section>
  );
}

function Chart({ points, forecast }: { points: ReadinessOverTime["points"]; forecast: Forecast | null }) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2)
    return (
      <p className="text-ink-2">
        From the second week on this shows how readiness moved. Weeks begin on Monday, and none has passed since you
        began. {forecast && forecastSaid(forecast, formatDay(forecast.day))}
      </p>
    );
  const x = scaleTime([new Date(first.at), new Date(forecast?.day ?? last.at)], [frame.left, frame.right]);
  const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
  const at = (each: (typeof points)[number]) => x(new Date(each.at));
  const edge = (which: 0 | 1) => points.map((each) => `${at(each)},${y(each.interval[which])}`);
  const words = `From ${standingSaid(first)} on ${formatDay(first.at)} to ${standingSaid(last)} now`;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={words}
        className="w-full max-w-[820px] font-sans"
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share} fontSize="11" fill="var(--ink-3)" className="num">
            <line x1={frame.left} x2={frame.right} y1={y(share)} y2={y(share)} stroke="var(--line)" />
            <text x={frame.left - 8} y={y(share) + 4} textAnchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        <polygon points={[...edge(0), ...edge(1).toReversed()].join(" ")} fill="var(--accent)" opacity="0.16" />
        <polyline
          points={points.map((each) => `${at(each)},${y(each.expected)}`).join(" ")}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
        />
        {forecast && <Foretold from={last} {...{ forecast, x, y }} />}
        {points.map((each) => (
          <circle
            key={each.at}
            cx={at(each)}
            cy={y(each.expected)}
            r="3.5"
            // hollow where there was not enough evidence
            fill={each.enough ? "var(--accent)" : "var(--sheet)"}
            stroke="var(--accent)"
            strokeWidth="1.5"
          >
            <title>{`${formatDay(each.at)}: ${standingSaid(each)}`}</title>
          </circle>
        ))}
        <g fontSize="11" fill="var(--ink-3)">
          {at(last) - frame.left > LABEL && (
            <text x={frame.left} y={frame.bottom + 18}>
              {formatDay(first.at)}
            </text>
          )}
          <text x={at(last)} y={frame.bottom + 18} textAnchor={frame.right - at(last) > LABEL ? "middle" : "end"}>
            now
          </text>
          {frame.right - at(last) > LABEL && (
            <text x={frame.right} y={frame.bottom + 18} textAnchor="end">
              interview
            </text>
          )}
        </g>
      </svg>
      <figcaption className="caption">
        {words}. Each point is what today’s model makes of the log as it stood then; hollow ones had not enough
        evidence.{" "}
        {forecast && (
          <>
            {forecastSaid(forecast, formatDay(forecast.day))} How much is still done, and how a person changes, is not
            known, which is why its interval is wider.
          </>
        )}
      </figcaption>
    </figure>
  );
}

type Ahead = {
  from: ReadinessOverTime["points"][number];
  forecast: Forecast;
  x: (at: Date) => number;
  y: (share: number) => number;
};

function Foretold({ from, forecast: { day: until, goingOn }, x, y }: Ahead) {
  const [start, end] = [x(new Date(from.at)), x(new Date(until))];
  const corners = [
    [start, from.interval[0]],
    [end, goingOn.interval[0]],
    [end, goingOn.interval[1]],
    [start, from.interval[1]],
  ] as const;
  return (
    <>
      <polygon
        points={corners.map(([at, share]) => `${at},${y(share)}`).join(" ")}
        fill="var(--accent)"
        opacity="0.08"
      />
      <line
        x1={start}
        y1={y(from.expected)}
        x2={end}
        y2={y(goingOn.expected)}
        stroke="var(--accent)"
        strokeWidth="2"
        strokeDasharray="5 5"
      />
    </>
  );
}
