import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { classNames } from "../../../../ui/class-names.ts";
import { clockTime } from "../../../../ui/stopwatch.ts";

/** The parts of the round in their order, and until when by the clock of the round the present one goes. */
export function PhaseLine({ phases }: Pick<ShownDesign, "phases">) {
  return (
    <ol aria-label="Parts of this round" className="flex flex-wrap gap-x-4 gap-y-1 text-[14px]">
      {phases.map(({ id, title, state, endsAtMs }) => (
        <li
          key={id}
          aria-current={state === "now" ? "step" : undefined}
          className={classNames(state === "now" ? "font-medium text-ink" : "text-ink-3")}
        >
          {title}
          {state === "done" && <span className="sr-only">, done</span>}
          {state === "now" && (
            <span className="num font-normal text-ink-2"> until {clockTime(Math.round(endsAtMs / 1000))}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
