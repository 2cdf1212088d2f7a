import { percent } from "../../../ui/figures.ts";
import type { Measured } from "./types.ts";
import { standingSaid } from "./wording.ts";

const place = (share: number) => `${(100 * share).toFixed(1)}%`;

/** Readiness with its 90 % interval between 0 and 100 %, and where practice stands as a hollow mark. */
export function StandingBar({ holdout, practice }: Pick<Measured, "holdout" | "practice">) {
  const [low, high] = holdout.interval;
  return (
    <svg
      role="img"
      aria-label={`Never seen: ${standingSaid(holdout)}; practised: ${standingSaid(practice)}`}
      width="100%"
      height="24"
      className="block overflow-visible"
    >
      <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--line-strong)" />
      {[0, 0.5, 1].map((share) => (
        <line key={share} x1={place(share)} x2={place(share)} y1="8" y2="16" stroke="var(--line-strong)" />
      ))}
      {holdout.enough && (
        <>
          <line x1={place(low)} x2={place(high)} y1="12" y2="12" stroke="var(--accent)" strokeWidth="8" opacity="0.3">
            <title>{standingSaid(holdout)}</title>
          </line>
          <circle cx={place(holdout.expected)} cy="12" r="5" fill="var(--accent)" />
        </>
      )}
      {practice.enough && (
        <circle
          cx={place(practice.expected)}
          cy="12"
          r="4.5"
          fill="var(--sheet)"
          stroke="var(--ink-2)"
          strokeWidth="1.5"
        >
          <title>{`practised: ${percent(practice.expected)}`}</title>
        </circle>
      )}
    </svg>
  );
}

/** What the marks of the bars mean. */
export function StandingLegend() {
  return (
    <p className="caption flex flex-wrap gap-x-4">
      <span>
        <span aria-hidden="true" className="text-accent">
          ●{" "}
        </span>
        never seen, with its 90 % interval
      </span>
      <span>
        <span aria-hidden="true">○ </span>practised
      </span>
    </p>
  );
}
