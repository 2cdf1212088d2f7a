import { lazy, memo, Suspense, useCallback, useRef } from "react";
import type { DesignAction } from "../../../../../src/features/design/model/round/outcome.ts";
import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { counted } from "../../../../../src/lib/text.ts";
import { Button } from "../../../../ui/button.tsx";
import type { Unsent } from "../unsent.ts";
import { useBoardText } from "./use-board-text.ts";

type Props = {
  design: ShownDesign;
  kept: { id: string; round: number };
  pending: boolean;
  /** Anything is on its way: a run would not be sent. */
  busy: boolean;
  act: (action: DesignAction) => void;
  unsent: Unsent;
};

const DesignEditor = memo(
  lazy(() => import("../../../design/editor/design-editor.tsx").then((module) => ({ default: module.DesignEditor }))),
);

/** The drawing, as arrows and on the canvas, with its runs: each is made by the server, and so are the faults that need the case. */
export function DesignBoard({ design, kept, pending, busy, act, unsent }: Props) {
  const { text, change } = useBoardText({ design, kept, busy, act, unsent });
  const latest = useRef({ text, busy, act });
  latest.current = { text, busy, act };
  const onRun = useCallback(() => {
    const now = latest.current;
    if (!now.busy) now.act({ type: "run", text: now.text });
  }, []);
  // the editor's own way to run: a design with an error leads to the error
  const runOrMend = useRef<() => void>(null);
  return (
    <div className="sheet flex h-[max(420px,62dvh)] flex-col overflow-hidden">
      <div className="min-h-0 flex-1">
        <Suspense fallback={<p className="late p-4 text-ink-2">Loading the editor</p>}>
          <DesignEditor
            text={text}
            // the world of a case has figures that nobody may have asked for
            world={undefined}
            keysHold="here"
            onText={change}
            onRun={onRun}
            runOrMend={runOrMend}
            {...(design.run ? { load: design.run.load } : {})}
          />
        </Suspense>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-3 border-line border-t px-3 py-2">
        <p className="caption num mr-auto min-w-0">{counted(design.runsLeft, "run")} left</p>
        <Button
          look="primary"
          onClick={() => runOrMend.current?.()}
          disabled={busy || !design.canRun || text.trim() === ""}
        >
          {pending ? "Under way" : "Run"}
        </Button>
      </div>
    </div>
  );
}
