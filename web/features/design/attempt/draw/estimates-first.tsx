import type { Ref } from "react";
import { Button } from "../../../../ui/button.tsx";
import { Callout } from "../../../../ui/callout.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import type { Running } from "./use-running.ts";

type Props = { skip: Running["skipEstimates"]; onEstimate: () => void; ref: Ref<HTMLDivElement> };

/** Why nothing can be run yet, with the way there and the way around it. */
export function EstimatesFirst({ skip, onEstimate, ref }: Props) {
  return (
    <div ref={ref} className="mb-3">
      <Callout tone="accent">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="max-w-[60ch]">
            <b className="font-semibold">Draw now, estimate before the first run.</b> Once a run has shown the figures,
            there is nothing left to estimate.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={onEstimate}>
              To the estimates <Kbd keys="Alt-3" />
            </Button>
            <Button look="quiet" onClick={skip.take} disabled={skip.pending}>
              Skip them: they score nothing
            </Button>
          </div>
        </div>
      </Callout>
      {skip.error && <FailureNote error={skip.error} onRetry={skip.take} />}
    </div>
  );
}
