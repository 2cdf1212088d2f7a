import { Link } from "@tanstack/react-router";
import { DifficultyBars } from "../../../ui/difficulty-bars.tsx";
import { percent } from "../../../ui/figures.ts";
import { Sign } from "../../../ui/state-mark.tsx";
import type { ConceptSummary } from "../types.ts";
import { audienceNames, markOf, shortNames } from "../wording.ts";

/** One concept, and each listener with how well they were served. */
export function ConceptRow({ concept }: { concept: ConceptSummary }) {
  const { slug, title, area, skills, difficulty, audiences } = concept;
  return (
    <li className="grid gap-x-6 gap-y-2 border-line border-t px-4 py-3 first:border-t-0 sm:px-6 md:grid-cols-[minmax(0,1fr)_104px]">
      <div className="min-w-0">
        <Link
          to="/explain/$slug"
          params={{ slug }}
          data-row
          className="-mx-1 rounded-sm px-1 font-medium text-ink no-underline hover:underline focus-visible:bg-accent-wash"
        >
          {title}
        </Link>
        <p className="text-ink-2 text-sm">
          {[area.title, ...skills.map((skill) => skill.title).slice(0, 1)].join(" · ")}
        </p>
      </div>
      <span className="text-ink-2 text-sm md:text-right">
        <DifficultyBars difficulty={difficulty} />
      </span>
      <ul aria-label={`Listeners of ${title}`} className="flex flex-wrap gap-2 md:col-span-2">
        {audiences.map(({ audience, best, attempts }) => {
          const { tone, label } = markOf(best);
          return (
            <li key={audience}>
              <Link
                to="/explain/$slug"
                params={{ slug }}
                search={{ audience }}
                title={`${audienceNames[audience]}: ${label}${attempts > 1 ? `, best of ${attempts}` : ""}`}
                className="num inline-flex min-h-8 items-center gap-1 rounded-md border border-line px-2 text-[13px] text-ink-2 no-underline hover:border-control hover:text-ink"
              >
                <Sign tone={tone} label={label} />
                {shortNames[audience]}
                {best !== null && <span className="text-ink">{percent(best)}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
