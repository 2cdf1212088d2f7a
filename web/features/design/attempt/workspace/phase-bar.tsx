import { useSyncExternalStore } from "react";
import { classNames } from "../../../../ui/class-names.ts";
import { displayKeys } from "../../../../ui/keys.ts";
import { Sign } from "../../../../ui/state-mark.tsx";
import { clockTime } from "../../../../ui/stopwatch.ts";
import type { Phase } from "../../types.ts";
import { minutes, phaseNames, phases } from "../../wording.ts";
import type { PhaseClock } from "../clock/phase-clock.ts";
import type { Sitting } from "../use-sitting.ts";
import { doneOf } from "./progress.ts";

/** Where one is, where one was, and the time that each phase took of what it should take. */
export function PhaseBar({ sitting }: { sitting: Sitting }) {
  const { draft, detail, clock, goTo } = sitting;
  const done = doneOf(sitting);
  return (
    <nav aria-label="Phases" className="border-b border-line bg-paper">
      <ol className="flex min-w-0 px-1 md:px-4">
        {phases.map((phase, at) => {
          const here = phase === draft.phase;
          return (
            <li key={phase} className={classNames("min-w-0", here ? "flex-auto" : "flex-1", "md:flex-none")}>
              <button
                type="button"
                aria-current={here ? "step" : undefined}
                aria-label={phaseNames[phase]}
                title={`${phaseNames[phase]} (${displayKeys(`Alt-${at + 1}`)})${done[phase] ? ", done" : ""}`}
                onClick={() => goTo(phase)}
                className={classNames(
                  "num -mb-px flex h-[44px] w-full items-center justify-center gap-2 border-b-2 px-2 text-[14px] whitespace-nowrap -outline-offset-4 md:px-3",
                  here ? "border-accent font-medium text-ink" : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                {done[phase] ? <Sign tone="pass" label="done" /> : <span className="text-ink-3">{at + 1}</span>}
                <span className={here ? "" : "hidden md:inline"}>{phaseNames[phase]}</span>
                <Spent phase={phase} clock={clock} budget={detail.budget[phase]} here={here} />
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type SpentProps = { phase: Phase; clock: PhaseClock; budget: number; here: boolean };

function Spent({ phase, clock, budget, here }: SpentProps) {
  const seconds = useSyncExternalStore(clock.subscribe, clock.get)[phase] ?? 0;
  if (budget === 0 || (!here && seconds < 1)) return null;
  const over = seconds > budget;
  return (
    <span className={classNames("text-xs font-normal", over ? "text-part" : "text-ink-3", !here && "hidden lg:inline")}>
      {clockTime(seconds)}
      {here && ` of ${minutes(budget)}`}
      {over && (here ? ", over" : " over")}
    </span>
  );
}
