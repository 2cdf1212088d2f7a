import { describeFailure } from "../api/client.ts";
import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { TextWithCode } from "./text-with-code.tsx";

/** An error next to what caused it: what happened, the mend, and the way to try again. */
export function FailureNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { message, mend } = describeFailure(error);
  return (
    <Callout tone="fail">
      <p role="alert">
        <b className="font-semibold">{message}</b> {mend && <TextWithCode text={mend} />}
      </p>
      {onRetry && (
        <Button className="mt-2" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Callout>
  );
}
