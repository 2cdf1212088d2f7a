import { Button } from "../../../../ui/button.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { WrittenQuestions } from "../scope/written-questions.tsx";
import type { Sitting } from "../use-sitting.ts";
import { NextPhase } from "../workspace/next-phase.tsx";
import { PhaseHead } from "../workspace/phase-head.tsx";
import { useDictateKey } from "../workspace/use-dictate-key.ts";
import { Probes } from "./probes.tsx";

/** The interviewer asks about what the run showed, one thing at a time. */
export function DefendPhase({ sitting }: { sitting: Sitting }) {
  const { attempt, detail, finished, goTo } = sitting;
  useDictateKey();
  const written = detail.written.filter(({ phase }) => phase === "defend");
  return (
    <div className="max-w-[75ch] pb-10">
      <PhaseHead title="Defend">
        {attempt.runs.length === 0
          ? "The interviewer asks about what a run showed: run your design first."
          : "Say what broke and why, what you would do about it, and what that costs. Then mend the design and run it again."}
      </PhaseHead>
      {attempt.runs.length > 0 && <Probes sitting={sitting} />}
      {written.length > 0 && (
        <section aria-label="In writing" className="mt-8">
          <h3 className="text-lg">In writing</h3>
          <p className="mb-3 text-[14px] text-ink-2">Every candidate is asked this; it is graded with the scorecard.</p>
          <WrittenQuestions sitting={sitting} questions={written} />
        </section>
      )}
      {!finished && (
        <div className="mt-6 flex flex-wrap items-center gap-3">
          <Button look={attempt.runs.length === 0 ? "primary" : "plain"} onClick={() => goTo("design")}>
            {attempt.runs.length === 0 ? "To the design" : "Mend and run again"}{" "}
            <Kbd keys="Alt-4" bare={attempt.runs.length === 0} />
          </Button>
          <NextPhase
            sitting={sitting}
            look={attempt.runs.length > 0 && attempt.probes.length === 0 ? "primary" : "plain"}
          />
        </div>
      )}
    </div>
  );
}
