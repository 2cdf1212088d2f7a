import { Link } from "@tanstack/react-router";
import { levelsPassedBy } from "../../../../src/features/coding/model/progress.ts";
import { Button } from "../../../ui/button.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { counted } from "../wording.ts";
import { failingLines } from "./first-mend.ts";
import type { DoneProps } from "./results-props.ts";

/** What comes next? One step stands out. */
export function NextSteps(props: DoneProps) {
  return (
    <section
      aria-label="What comes next"
      // in view however long the evidence above it is
      className="-mx-4 mt-3 flex flex-wrap items-center gap-2 border-line bg-sheet px-4 py-3 empty:hidden md:border-t md:sticky md:-bottom-10"
    >
      <Steps {...props} />
    </section>
  );
}

function Steps(props: DoneProps) {
  const { verdict, mode } = props.run;
  if (verdict.verdict !== "accepted") return <AfterFailing {...props} />;
  if (mode === "run") return <AfterRun {...props} />;
  const passed = levelsPassedBy(verdict);
  if (passed >= props.problem.levels.length) return <AfterSolving {...props} />;
  return (
    <Button look="primary" onClick={props.onReadLevels}>
      Go on to level {passed + 1}
    </Button>
  );
}

function AfterRun({ onSubmit, problem }: DoneProps) {
  return (
    <Button look="primary" onClick={onSubmit}>
      Submit to run all {counted(problem.tests.length, "test")} <Kbd keys="Mod-Shift-Enter" bare />
    </Button>
  );
}

function AfterSolving({ onExplanation, next }: DoneProps) {
  return (
    <>
      <Button look="primary" onClick={onExplanation}>
        Read the explanation
      </Button>
      {next && (
        <Link
          to="/code/$slug"
          params={{ slug: next.problem.slug }}
          className="inline-flex min-h-9 items-center rounded-md border border-line-strong bg-sheet px-3.5 text-[14px] font-medium hover:border-control"
        >
          Next: {next.problem.title}
        </Link>
      )}
    </>
  );
}

function AfterFailing({ run: { verdict }, onGo, onHint }: DoneProps) {
  const [line] = failingLines(verdict);
  return (
    <>
      {line !== undefined && <Button onClick={() => onGo(line)}>Go to line {line}</Button>}
      {onHint && verdict.verdict !== "cancelled" && verdict.verdict !== "internal-error" && (
        <Button look="quiet" onClick={onHint}>
          Look at the hints
        </Button>
      )}
    </>
  );
}
