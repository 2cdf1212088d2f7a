import { Callout } from "../../../../ui/callout.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import { RunProgress } from "../../run/run-progress.tsx";
import type { World } from "../../run/world.ts";
import type { Running } from "./use-running.ts";

/** Under the design: how far the run is, why it stopped, why it is not kept. */
export function RunStatus({ running: { run, notKept }, world }: { running: Running; world: World }) {
  return (
    <>
      {run.state === "running" && <RunProgress progress={run.progress} world={world} onCancel={run.cancel} />}
      {run.state === "failed" && run.failure && (
        <Callout tone="fail">
          <p role="alert">
            <b className="font-semibold">
              <TextWithCode text={run.failure.message} />
            </b>{" "}
            <TextWithCode text={run.failure.mend} />
          </p>
        </Callout>
      )}
      {notKept && <FailureNote error={notKept.error} onRetry={notKept.again} />}
    </>
  );
}
