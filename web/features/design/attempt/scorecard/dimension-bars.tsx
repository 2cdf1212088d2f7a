import { Sign } from "../../../../ui/state-mark.tsx";
import type { ScoredDimension } from "../../types.ts";
import { standingOf } from "../../wording.ts";

/** The eleven at a glance: a bar each with its standard error, and the way to its evidence. */
export function DimensionBars({ dimensions }: { dimensions: readonly ScoredDimension[] }) {
  return (
    <ul aria-label="Scores">
      {dimensions.map((dimension) => {
        const { id, title, score } = dimension;
        const { tone, words } = standingOf(score);
        return (
          <li key={id} className="border-t border-line">
            <a
              href={`#${dimensionId(id)}`}
              onClick={(event) => {
                // the address belongs to the router: the fragment is not written into it
                event.preventDefault();
                const section = document.getElementById(dimensionId(id));
                section?.scrollIntoView({ block: "start" });
                section?.focus({ preventScroll: true });
              }}
              className="num grid grid-cols-[16px_minmax(0,1fr)_72px_32px] items-center gap-x-2 py-1.5 text-[14px] -outline-offset-1 hover:bg-sunk"
            >
              <Sign tone={tone} label={words} />
              <span className="leading-5">{title}</span>
              <ScoreBar dimension={dimension} />
              <span className="text-right">{score === null ? "–" : score.toFixed(2)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

export const dimensionId = (id: string): string => `dimension-${id}`;

/** A bar up to the score, with a line from one standard error below it to one above. */
function ScoreBar({ dimension: { score, se } }: { dimension: ScoredDimension }) {
  const inside = (share: number) => 100 * Math.min(1, Math.max(0, share));
  return (
    <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full rounded-sm">
      <rect width="100" height="8" fill="var(--line)" />
      {score !== null && <rect width={inside(score)} height="8" fill="var(--accent)" />}
      {score !== null && se !== null && (
        <g>
          {/* bright around the dark line: it is seen on the bar and beside it */}
          <line x1={inside(score - se)} x2={inside(score + se)} y1="4" y2="4" stroke="var(--sheet)" strokeWidth="4" />
          <line x1={inside(score - se)} x2={inside(score + se)} y1="4" y2="4" stroke="var(--ink)" strokeWidth="1.5" />
        </g>
      )}
    </svg>
  );
}
