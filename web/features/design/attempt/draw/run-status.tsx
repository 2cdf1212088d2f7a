import { useAction } from "../../../../shell/use-action.ts";
import { Callout } from "../../../../ui/callout.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import { CANCEL_KEYS, RunProgress } from "../../run/run-progress.tsx";
import type { World } from "../../run/world.ts";
import type { Running } from "./use-running.ts";

type Props = { running: Running; world: World; onCancel: () => void };

/** Under the design: how far the run is, why it stopped, why it is not kept. */
export function RunStatus({ running: { run, notKept, cutShort }, world, onCancel }: Props) {
  useAction(
    { id: "design.cancel", label: "Cancel the run", keys: CANCEL_KEYS, group: "Design" },
    run.state === "running" ? onCancel : undefined,
  );
  return (
    <>
      {run.state === "running" && <RunProgress progress={run.progress} world={world} onCancel={onCancel} />}
      {cutShort && (
        <p className="text-[14px] text-ink-2">
          The run that was under way ended when the page was left. Your design is kept: run it again.
        </p>
      )}
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
