import { classNames } from "../../../ui/class-names.ts";
import { percent } from "../../../ui/figures.ts";
import { narrowsMost } from "./next-step.ts";
import { StandingBar, StandingLegend } from "./standing-bar.tsx";
import type { Measured, Readiness } from "./types.ts";
import { intervalSaid, optimismSaid, standingSaid } from "./wording.ts";

/** The whole loop and its rounds: what is expected on what was never seen, beside practice. */
export function RoundsSection({
  readiness: { overall, rounds },
  titleOf,
}: {
  readiness: Readiness;
  titleOf: (skill: string) => string;
}) {
  // a loop may hold the same round twice
  const once = rounds.filter((each, at) => rounds.findIndex(({ round }) => round === each.round) === at);
  return (
    <section aria-labelledby="rounds" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="rounds" className="text-lg">
        By round
      </h2>
      <p className="mt-0.5 mb-1 max-w-[72ch] text-ink-2">{optimismSaid(overall)}</p>
      <StandingLegend />
      <ul className="mt-3 grid gap-4">
        <Row title="Whole loop" measured={overall} titleOf={titleOf} strong />
        {once.map(({ round, kind, ...measured }) => (
          <Row key={round} title={round} measured={measured} titleOf={titleOf} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { title: string; measured: Measured; titleOf: (skill: string) => string; strong?: true };

function Row({ title, measured, titleOf, strong }: RowProps) {
  const { holdout, practice } = measured;
  return (
    <li className="grid items-center gap-x-6 gap-y-1 sm:grid-cols-[220px_minmax(0,1fr)_190px]">
      <span className={classNames("first-letter:uppercase", strong && "font-medium")}>{title}</span>
      <StandingBar holdout={holdout} practice={practice} />
      <span className="num text-[13px] text-ink-2 sm:text-right">
        {holdout.enough ? (
          <>
            <b className="text-ink">{percent(holdout.expected)}</b> ({intervalSaid(holdout)})
          </>
        ) : (
          standingSaid(holdout)
        )}
      </span>
      {!holdout.enough && !strong && (
        <span className="caption sm:col-span-2 sm:col-start-2">{narrowsMost(measured, titleOf)}</span>
      )}
    </li>
  );
}
