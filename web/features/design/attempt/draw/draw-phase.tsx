import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { counted } from "../../../../../src/lib/text.ts";
import { useAnnounce } from "../../../../shell/announcer.tsx";
import { Button } from "../../../../ui/button.tsx";
import { CodeBox } from "../../../../ui/code-box.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import type { RunReport } from "../../types.ts";
import type { Sitting } from "../use-sitting.ts";
import { InPlace } from "../workspace/in-place.tsx";
import { PhaseHead } from "../workspace/phase-head.tsx";
import { EstimatesFirst } from "./estimates-first.tsx";
import { RunResult } from "./run-result.tsx";
import { RunStatus } from "./run-status.tsx";
import type { Running } from "./use-running.ts";

type Props = { sitting: Sitting; running: Running };

/** Draw or type, run, read what broke, mend, run again. */
export function DrawPhase({ sitting, running }: Props) {
  const { draft, detail, finished } = sitting;
  const { runs, run } = running;
  const below = useBelow(run.state, runs.length);
  return (
    <div className="pb-10">
      <PhaseHead title="Design & run">
        Type it as arrows or draw it: both stay in step. Run it under load and faults as often as you like; the first
        and the last run are compared.
      </PhaseHead>
      {finished ? <CodeBox>{draft.design}</CodeBox> : <Board sitting={sitting} running={running} />}
      <div ref={below} className="mt-3 grid scroll-mb-4 gap-3">
        <RunStatus running={running} world={detail.world} />
        {run.state !== "running" && <RunResult sitting={sitting} runs={runs} />}
      </div>
    </div>
  );
}

// the canvas and the text editor are no part of the phases before
const DesignEditor = lazy(() =>
  import("../../editor/design-editor.tsx").then((module) => ({ default: module.DesignEditor })),
);

function Board({ sitting, running }: Props) {
  const { draft, change, detail, goTo } = sitting;
  const { blocked, start, runs, run } = running;
  const empty = draft.design.trim() === "";
  const announce = useAnnounce();
  const note = useRef<HTMLDivElement>(null);
  const report = runs.at(-1)?.report;
  const load = useMemo(() => report && loadOf(report), [report]);
  const onRun = () => {
    if (!blocked) return start();
    note.current?.querySelector("button")?.focus();
    announce("Estimate before the first run, or skip the estimates.");
  };
  return (
    <>
      {blocked && <EstimatesFirst ref={note} skip={running.skipEstimates} onEstimate={() => goTo("estimate")} />}
      <div className="sheet flex h-[max(460px,68dvh)] flex-col overflow-hidden">
        <div className="min-h-0 flex-1">
          <InPlace what="The editor">
            <Suspense fallback={<p className="late p-4 text-ink-2">Loading the editor</p>}>
              <DesignEditor
                text={draft.design}
                world={detail.world}
                onText={(design) => change({ design })}
                onRun={onRun}
                {...(load ? { load } : {})}
              />
            </Suspense>
          </InPlace>
        </div>
        <div className="flex items-center justify-end gap-3 border-t border-line px-3 py-2 md:px-4">
          <p className="caption num mr-auto">{runs.length > 0 && `${counted(runs.length, "run")} kept`}</p>
          <Button look="primary" onClick={onRun} disabled={empty || run.state === "running"}>
            {run.state === "running" ? "Running" : "Run"} <Kbd keys="Mod-Enter" bare />
          </Button>
        </div>
      </div>
    </>
  );
}

/** How busy each node was, at most over the scenarios: what colours the canvas after a run. */
function loadOf({ scenarios }: RunReport): Record<string, number> {
  const most: Record<string, number> = {};
  for (const { id, utilisation } of scenarios.flatMap(({ nodes }) => nodes)) {
    most[id] = Math.max(most[id] ?? 0, utilisation);
  }
  return most;
}

/** What is below the design: shown when a run begins, and its result takes the focus once it is there. */
function useBelow(state: Running["run"]["state"], runs: number) {
  const below = useRef<HTMLDivElement>(null);
  const before = useRef({ awaiting: false, runs });
  useEffect(() => {
    const { awaiting, runs: had } = before.current;
    if (state === "running" && !awaiting) {
      before.current = { awaiting: true, runs };
      below.current?.scrollIntoView({ block: "nearest" });
    }
    if (state !== "done" || !awaiting || runs === had) return;
    before.current = { awaiting: false, runs };
    const head = below.current?.querySelector<HTMLElement>("[data-result-head]");
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: "start" });
  }, [state, runs]);
  return below;
}
