import { Link } from "@tanstack/react-router";
import { BackIcon } from "../../../ui/icons.tsx";
import { StateMark } from "../../../ui/state-mark.tsx";
import type { Timer } from "../timer/timer.ts";
import { TimerButton } from "../timer/timer-button.tsx";
import type { ProblemDetail } from "../types.ts";

export function WorkspaceHeader({ problem, timer }: { problem: ProblemDetail; timer: Timer }) {
  return (
    <header className="flex items-center gap-2 border-b border-line px-2 py-2 md:px-4 md:py-3">
      <Link
        to="/code"
        aria-label="All problems"
        title="All problems"
        className="grid size-9 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink"
      >
        <BackIcon />
      </Link>
      <h1 className="line-clamp-2 min-w-0 text-[16px] text-pretty md:text-xl">{problem.title}</h1>
      {problem.solved && (
        <StateMark tone="pass" className="text-[14px] max-sm:hidden">
          solved
        </StateMark>
      )}
      <div className="ml-auto shrink-0">
        <TimerButton timer={timer} minutes={problem.minutes} />
      </div>
    </header>
  );
}
