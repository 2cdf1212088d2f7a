import { Link } from "@tanstack/react-router";
import { classNames } from "../../../ui/class-names.ts";
import { DifficultyBars } from "../../../ui/difficulty-bars.tsx";
import { BackIcon } from "../../../ui/icons.tsx";
import { Sign } from "../../../ui/state-mark.tsx";
import type { ConceptDetail } from "../types.ts";
import { flowing, markOf, shortNames, toAudience } from "../wording.ts";

type Listener = ConceptDetail["listeners"][number];
type Props = { concept: ConceptDetail; listener: Listener; told: boolean };

/** What is to be explained, and who asks why. */
export function ConceptHead({ concept, listener, told }: Props) {
  const { slug, title, area, difficulty, listeners } = concept;
  return (
    <header className="mb-5">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">
        <Link to="/explain" className="-ml-1 inline-flex items-center gap-1 text-ink-2 hover:text-ink">
          <BackIcon /> Explain
        </Link>
        <span>{area.title}</span>
        <DifficultyBars difficulty={difficulty} />
      </div>
      <h1 className="mb-3 text-2xl">
        {title} <span className="text-ink-2">{toAudience[listener.audience]}</span>
      </h1>
      <nav aria-label="Listeners" className="mb-4 flex flex-wrap gap-2">
        {listeners.map(({ audience, history }) => {
          const current = audience === listener.audience;
          const { tone, label } = markOf(history.length === 0 ? null : Math.max(...history.map(({ score }) => score)));
          return (
            <Link
              key={audience}
              to="/explain/$slug"
              params={{ slug }}
              search={{ audience }}
              aria-current={current ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-9 items-center gap-1.5 rounded-md border px-2.5 text-[14px] no-underline",
                current
                  ? "border-accent bg-accent-wash font-medium text-ink"
                  : "border-line text-ink-2 hover:border-control",
              )}
            >
              <Sign tone={tone} label={label} />
              {shortNames[audience]}
            </Link>
          );
        })}
      </nav>
      <p className={classNames("max-w-[68ch] whitespace-pre-line", told ? "text-ink-2" : "text-[17px] leading-7")}>
        {flowing(listener.situation)}
      </p>
    </header>
  );
}
