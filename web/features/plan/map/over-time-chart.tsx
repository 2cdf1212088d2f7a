import { useQuery } from "@tanstack/react-query";
import { scaleLinear, scaleTime } from "d3-scale";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { percent } from "../../../ui/figures.ts";
import { overTimeQuery } from "./queries.ts";
import type { ReadinessOverTime } from "./types.ts";
import { standingSaid } from "./wording.ts";

const size = { width: 640, height: 190 };
const frame = { left: 46, right: 624, top: 10, bottom: 158 };
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** Readiness as it was on past Mondays and is now, inside its interval; computed anew from the log. */
export function OverTime({ role }: { role: string | undefined }) {
  const { data, error, refetch } = useQuery(overTimeQuery(role));
  return (
    <section aria-labelledby="over-time" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="over-time" className="mb-2 text-lg">
        Over time
      </h2>
      {data ? (
        <Chart points={data.points} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton aspect-[640/190] w-full max-w-[820px]" />
      )}
    </section>
  );
}

function Chart({ points }: { points: ReadinessOverTime["points"] }) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2)
    return (
      <p className="text-ink-2">
        From the second week on this shows how readiness moved. Weeks begin on Monday, and none has passed since you
        began.
      </p>
    );
  const x = scaleTime([new Date(first.at), new Date(last.at)], [frame.left, frame.right]);
  const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
  const at = (each: (typeof points)[number]) => x(new Date(each.at));
  const edge = (which: 0 | 1) => points.map((each) => `${at(each)},${y(each.interval[which])}`);
  const words = `From ${standingSaid(first)} on ${day.format(new Date(first.at))} to ${standingSaid(last)} now`;
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
            <title>{`${day.format(new Date(each.at))}: ${standingSaid(each)}`}</title>
          </circle>
        ))}
        <g fontSize="11" fill="var(--ink-3)">
          <text x={frame.left} y={frame.bottom + 18}>
            {day.format(new Date(first.at))}
          </text>
          <text x={frame.right} y={frame.bottom + 18} textAnchor="end">
            now
          </text>
        </g>
      </svg>
      <figcaption className="caption">
        {words}. Each point is what today’s model makes of the log as it stood then; hollow ones had not enough
        evidence.
      </figcaption>
    </figure>
  );
}
