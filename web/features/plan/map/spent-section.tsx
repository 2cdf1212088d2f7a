import { scaleLinear } from "d3-scale";
import type { Spent } from "./types.ts";
import { hoursSaid } from "./wording.ts";

/** Where the time of the last weeks went, beside what the role's weights would have had of it. */
export function SpentSection({ spent: { days, hours, planned, areas } }: { spent: Spent }) {
  const shown = areas.filter((each) => each.hours > 0 || (each.planned ?? 0) > 0).toSorted((a, b) => b.hours - a.hours);
  const most = Math.max(0.1, ...shown.map((each) => Math.max(each.hours, each.planned ?? 0)));
  const x = scaleLinear([0, most], [0, 100]);
  return (
    <section aria-labelledby="spent" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="spent" className="text-lg">
        Time of the last {days} days
      </h2>
      <p className="num mt-0.5 text-ink-2">
        {hours === 0 ? "No exercise was finished in that time." : `${hoursSaid(hours)} of exercises that were finished`}
        {hours > 0 &&
          (planned === null ? "." : ` of ${hoursSaid(planned)} set aside; the line is an area’s part of it.`)}
      </p>
      <ul className="mt-3 grid gap-2">
        {shown.map((each) => (
          <li key={each.id} className="grid grid-cols-[120px_minmax(0,1fr)_64px] items-center gap-x-3 text-[14px]">
            <span>{each.title}</span>
            <svg aria-hidden="true" width="100%" height="24" className="block overflow-visible">
              <rect width={`${x(each.hours)}%`} y="7" height="10" rx="2" fill="var(--accent)" opacity="0.75" />
              {each.planned !== null && (
                <line
                  x1={`${x(each.planned)}%`}
                  x2={`${x(each.planned)}%`}
                  y1="3"
                  y2="21"
                  stroke="var(--ink)"
                  strokeWidth="1.5"
                />
              )}
            </svg>
            <span className="num text-right text-ink-2">
              {hoursSaid(each.hours)}
              {each.planned !== null && <span className="sr-only"> of {hoursSaid(each.planned)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
