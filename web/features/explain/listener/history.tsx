import { Link } from "@tanstack/react-router";
import { percent } from "../../../ui/figures.ts";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import type { ConceptDetail } from "../types.ts";
import { markOf } from "../wording.ts";

type Props = { concept: ConceptDetail; listener: ConceptDetail["listeners"][number]; shown: string | undefined };

/** Earlier explanations to this listener. */
export function History({ concept: { slug }, listener: { audience, history }, shown }: Props) {
  const earlier = history.filter(({ id }) => id !== shown);
  if (earlier.length === 0) return null;
  return (
    <details className="mt-8">
      <summary className="text-ink-2 text-sm">
        {earlier.length === 1 ? "One other explanation" : `${earlier.length} other explanations`} to this listener
      </summary>
      <ul className="mt-2">
        {earlier.map(({ id, at, score, words }) => {
          const { tone, label } = markOf(score);
          return (
            <li key={id} className="num flex flex-wrap items-baseline gap-x-4 py-1 text-[14px]">
              <Link to="/explain/$slug" params={{ slug }} search={{ audience, attempt: id }}>
                {formatDayAndTime(at)}
              </Link>
              <StateMark tone={tone}>
                {percent(score)} <span className="sr-only">{label}</span>
              </StateMark>
              <span className="text-ink-3">{words} words</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
