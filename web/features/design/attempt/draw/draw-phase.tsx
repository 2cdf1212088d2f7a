import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
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
  const root = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  const cancel = () => {
    flushSync(run.cancel);
    root.current?.querySelector<HTMLElement>("[data-run]")?.focus(); // the button that cancels is gone
    announce("The run was cancelled.");
  };
  return (
    <div ref={root} className="pb-10">
      <PhaseHead title="Design & run">
        {finished
          ? "Your design as it stood at the end, and what the last run showed."
          : "Type it as arrows or draw it: both stay in step. Run it under load and faults as often as you like; the first and the last run are compared."}
      </PhaseHead>
      {finished ? <CodeBox>{draft.design}</CodeBox> : <Board sitting={sitting} running={running} />}
      <div ref={below} className="mt-3 grid scroll-mb-4 gap-3">
        <RunStatus running={running} world={detail.world} onCancel={cancel} />
        {run.state !== "running" && <RunResult sitting={sitting} runs={runs} />}
      </div>
    </div>
  );
}

// The canvas and the text editor are no part of the phases before. A run tells of itself ten times a second: they are
// not drawn anew for that.
const DesignEditor = memo(
  lazy(() => import("../../editor/design-editor.tsx").then((module) => ({ default: module.DesignEditor }))),
);

function Board({ sitting, running }: Props) {
  const { draft, change, detail, goTo } = sitting;
  const { blocked, start, runs } = running;
  const empty = draft.design.trim() === "";
  const announce = useAnnounce();
  const note = useRef<HTMLDivElement>(null);
  const report = runs.at(-1)?.report;
  const load = useMemo(() => report && loadOf(report), [report]);
  const startOrSay = useRef(start);
  startOrSay.current = () => {
    if (!blocked) return start();
    note.current?.querySelector("button")?.focus();
    announce("Estimate before the first run, or skip the estimates.");
  };
  const onRun = useCallback(() => startOrSay.current(), []);
  const onText = useCallback((design: string) => change({ design }), [change]);
  // the editor's own way to run: a design with an error leads to the error
  const runOrMend = useRef<() => void>(null);
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
                onText={onText}
                onRun={onRun}
                runOrMend={runOrMend}
                {...(load ? { load } : {})}
              />
            </Suspense>
          </InPlace>
        </div>
        <RunBar running={running} disabled={empty} onRun={() => runOrMend.current?.()} />
      </div>
    </>
  );
}

type BarProps = { running: Running; disabled: boolean; onRun: () => void };

function RunBar({ running: { runs, run }, disabled, onRun }: BarProps) {
  const last = runs.at(-1);
  const busy = run.state === "running";
  return (
    <div className="flex items-center justify-end gap-3 border-t border-line px-3 py-2 md:px-4">
      <p className="caption num mr-auto min-w-0">
        {last && `${counted(runs.length, "run")} kept. The bars show how full each was in run ${last.number}.`}
      </p>
      <Button data-run look="primary" onClick={onRun} disabled={disabled || busy}>
        {busy ? "Running" : "Run"} <Kbd keys="Mod-Enter" bare />
      </Button>
    </div>
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
