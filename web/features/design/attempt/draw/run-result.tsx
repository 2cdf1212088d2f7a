import { lazy, memo, Suspense } from "react";
import { counted } from "../../../../../src/lib/text.ts";
import { Button } from "../../../../ui/button.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import type { RunSummary } from "../../types.ts";
import type { Sitting } from "../use-sitting.ts";
import { InPlace } from "../workspace/in-place.tsx";
import { changeBetween } from "./run-change.ts";

// The charts come with the first run. They are not drawn anew for every letter that is typed above them.
const RunView = memo(lazy(() => import("../../run/run-view.tsx").then((module) => ({ default: module.RunView }))));

/** What the last run showed, what it changed, and what comes next. */
export function RunResult({ sitting, runs }: { sitting: Sitting; runs: readonly RunSummary[] }) {
  const { attempt, detail, finished, goTo } = sitting;
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return null;
  const change = first === last ? undefined : changeBetween(first.report, last.report);
  return (
    <section aria-label={`Run ${last.number}`} className="mt-3">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 tabIndex={-1} data-result-head className="num scroll-mt-4 text-xl outline-none">
          Run {last.number}
        </h2>
        {!finished && (
          <Button onClick={() => goTo("defend")}>
            {attempt.probes.length > 0 ? `Defend it: ${counted(attempt.probes.length, "question")}` : "Defend it"}{" "}
            <Kbd keys="Alt-5" />
          </Button>
        )}
      </div>
      {change && <p className="num mb-3 max-w-[75ch] text-ink-2">{change}</p>}
      <InPlace what="The charts of the run">
        <Suspense fallback={<div className="skeleton late h-[90dvh] w-full" />}>
          <RunView report={last.report} world={detail.world} runs={runs} />
        </Suspense>
      </InPlace>
    </section>
  );
}
