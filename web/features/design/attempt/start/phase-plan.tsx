import type { CaseDetail, Phase } from "../../types.ts";
import { minutes, phaseNames, phases } from "../../wording.ts";

const whatFor: Record<Phase, string> = {
  clarify: "Ask the interviewer. Facts come only when asked for.",
  scope: "State what you build, for whom, and how you will know that it works.",
  estimate: "Load, storage, machines, cost: from what you know, without a calculator. Handed in once.",
  design: "Draw or type the system, and run it under load and faults.",
  defend: "Questions about what the run showed. Mend the design and run it again.",
  scorecard: "Eleven dimensions with their evidence, and the reference design.",
};

/** The six phases with the time that each should take. */
export function PhasePlan({ budget }: { budget: CaseDetail["budget"] }) {
  return (
    <ol aria-label="Phases" className="sheet max-w-[75ch] overflow-hidden">
      {phases.map((phase, at) => (
        <li
          key={phase}
          className="num grid grid-cols-[16px_minmax(0,1fr)_auto] items-baseline gap-x-3 border-t border-line px-4 py-2.5 text-[14px] first:border-t-0 sm:grid-cols-[16px_112px_minmax(0,1fr)_auto]"
        >
          <span className="text-ink-3">{at + 1}</span>
          <span className="font-medium">{phaseNames[phase]}</span>
          <span className="order-last col-span-full col-start-2 text-ink-2 sm:order-none sm:col-auto">
            {whatFor[phase]}
          </span>
          <span className="text-ink-3">{budget[phase] > 0 && minutes(budget[phase])}</span>
        </li>
      ))}
    </ol>
  );
}
