import type { Sitting } from "../use-sitting.ts";
import { NextPhase } from "../workspace/next-phase.tsx";
import { PhaseHead } from "../workspace/phase-head.tsx";
import { useDictateKey } from "../workspace/use-dictate-key.ts";
import { WrittenQuestions } from "./written-questions.tsx";

/** What is to be built and how one will know that it works, in the candidate's own words. */
export function ScopePhase({ sitting }: { sitting: Sitting }) {
  const { detail } = sitting;
  useDictateKey();
  return (
    <div className="max-w-[75ch]">
      <PhaseHead title="Scope">
        Write as you would say it: requirements with their figures, the metric that decides, what you leave out. It is
        graded with the scorecard.
      </PhaseHead>
      <WrittenQuestions sitting={sitting} questions={detail.written.filter(({ phase }) => phase !== "defend")} />
      <div className="mt-5">
        <NextPhase sitting={sitting} />
      </div>
    </div>
  );
}
