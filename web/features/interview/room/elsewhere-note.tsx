import { TextButton } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";

/** In place of words that came too late: where the mock stands, and that they are kept. */
export function ElsewhereNote({ hasWords, onDismiss }: { hasWords: boolean; onDismiss: () => void }) {
  return (
    <Callout tone="part" className="mb-3">
      <p role="alert">
        <b className="font-semibold">The mock went on in another tab.</b> It stands here as it is now
        {hasWords ? "; what you typed is kept below and not said." : "."}
      </p>
      <TextButton className="mt-1" onClick={onDismiss}>
        Go on here
      </TextButton>
    </Callout>
  );
}
