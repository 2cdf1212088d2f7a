import { Button } from "../../../../ui/button.tsx";
import { Callout } from "../../../../ui/callout.tsx";
import { Pareto } from "../../run/pareto.tsx";
import { RunProgress } from "../../run/run-progress.tsx";
import { useRun } from "../../run/use-run.ts";
import type { Sitting } from "../use-sitting.ts";

/** The seed of the candidate's own runs: what differs is the design. */
const SEED = 1;

type Props = { sitting: Sitting; design: string };

/** Runs the reference beside the candidate's runs: what each buys for its money. */
export function ReferenceRun({ sitting: { attempt, detail }, design }: Props) {
  const { state, progress, report, failure, start, cancel } = useRun(detail.world);
  if (state === "running") return <RunProgress progress={progress} world={detail.world} onCancel={cancel} />;
  if (report) return <Pareto runs={attempt.runs} reference={report} shown={attempt.runs.at(-1)?.number} />;
  return (
    <div className="grid justify-items-start gap-2">
      <Button onClick={() => start(design, SEED)}>Run it beside yours</Button>
      {failure && (
        <Callout tone="fail">
          {failure.message} {failure.mend}
        </Callout>
      )}
    </div>
  );
}
