import { type KeyboardEvent, lazy, Suspense } from "react";
import { Button } from "../../../ui/button.tsx";

// a comparison is looked at now and then: it comes on demand
const CodeDiff = lazy(() => import("../editor/code-diff.tsx").then((module) => ({ default: module.CodeDiff })));

export type Comparison = { before: string; after: string; beforeName: string; afterName: string };

/** Two versions of the code, over the editor. Escape or the button leads back. */
export function ComparisonView({ comparison, onClose }: { comparison: Comparison; onClose: () => void }) {
  const { before, after, beforeName, afterName } = comparison;
  const same = before.trim() === after.trim();
  const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && onClose();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a second way out beside the button
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <div className="pane-head justify-between gap-2">
        <p className="min-w-0 text-sm leading-tight">
          {same ? (
            `${beforeName} and ${afterName}: the same`
          ) : (
            <>
              <span className="text-fail">− {beforeName}</span> <span className="text-pass">+ {afterName}</span>
            </>
          )}
        </p>
        <Button look="quiet" autoFocus onClick={onClose} className="!min-h-8 text-sm">
          Back to your code
        </Button>
      </div>
      <div className="min-h-0 flex-1">
        <Suspense fallback={<p className="late p-4 text-ink-2">Comparing</p>}>
          <CodeDiff before={before} after={after} label={`Changes from ${beforeName} to ${afterName}; read only`} />
        </Suspense>
      </div>
    </div>
  );
}
