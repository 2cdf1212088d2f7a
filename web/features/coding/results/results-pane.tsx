import { unreachable } from "../../../../src/lib/unreachable.ts";
import { Callout } from "../../../ui/callout.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import { IdleResults } from "./idle-results.tsx";
import type { ResultsProps } from "./results-props.ts";
import { RunningTests } from "./running-tests.tsx";
import { VerdictView } from "./verdict-view.tsx";

/** The right column. In this order: did it pass, the one thing to mend, the evidence, what comes next. */
export function ResultsPane(props: ResultsProps) {
  return (
    <section data-pane="results" aria-label="Results" className="flex min-h-0 flex-col">
      <div className="pane-head named-by-tab">
        <h2 className="text-[14px] font-medium">Results</h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard */}
      <div ref={props.ref} tabIndex={0} className="pane-scroll min-h-0 flex-1 px-4 pt-4 pb-10 -outline-offset-2">
        <Body {...props} />
      </div>
    </section>
  );
}

function Body(props: ResultsProps) {
  const { run, problem, last, onShowLast, onGo } = props;
  switch (run.phase) {
    case "idle":
      return <IdleResults tests={problem.tests} last={last} onShowLast={onShowLast} />;
    case "running":
      return <RunningTests run={run} onGo={onGo} />;
    case "failed":
      return (
        <Callout tone="part">
          <p role="alert">
            <b className="font-semibold">{run.failure.message}</b> <TextWithCode text={run.failure.mend ?? ""} />
          </p>
          <p className="caption mt-1">Nothing was counted against you.</p>
        </Callout>
      );
    case "done":
      return <VerdictView {...props} run={run} />;
    default:
      return unreachable(run);
  }
}
