import { Callout } from "../../ui/callout.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { ScanRefused } from "./queries.ts";

/** Why a reading gave nothing. */
export function ScanFailure({ error }: { error: unknown }) {
  if (!(error instanceof ScanRefused)) return <FailureNote error={error} />;
  return (
    <Callout tone="fail">
      <p role="alert">{error.message}</p>
    </Callout>
  );
}
