import { useState } from "react";
import type { RunReport } from "../../../../src/features/design/model/run/report.ts";
import type { RunSummary } from "../../../../src/features/design/schema.ts";
import { classNames } from "../../../ui/class-names.ts";
import { CompareRuns } from "./compare-runs.tsx";
import { Pareto } from "./pareto.tsx";
import type { World } from "./world.ts";

type Props = { report: RunReport; world: World; runs: readonly RunSummary[] };

/** This run beside an earlier one, and all of them as points. Says nothing while there is nothing to compare with. */
export function EarlierRuns({ report, world, runs }: Props) {
  const [number, choose] = useState<number>();
  const shown = runs.find((run) => run.report === report);
  const others = runs.filter((run) => run !== shown);
  const before =
    others.find((run) => run.number === number) ?? others.findLast((run) => run.number < (shown?.number ?? 0));
  return (
    <>
      {shown && before && (
        <section aria-label="Compared with an earlier run" className="grid min-w-0 gap-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h2 className="num text-lg">
              Run {shown.number} beside run {before.number}
            </h2>
            {others.length > 1 && (
              <fieldset className="flex flex-wrap items-center gap-1 text-sm">
                <legend className="sr-only">Compare with</legend>
                {others.map((run) => (
                  <button
                    key={run.id}
                    type="button"
                    aria-pressed={run === before}
                    onClick={() => choose(run.number)}
                    className={classNames(
                      "num min-h-8 rounded-md px-2",
                      run === before ? "bg-accent-wash font-medium text-ink" : "text-ink-2 hover:text-ink",
                    )}
                  >
                    run {run.number}
                  </button>
                ))}
              </fieldset>
            )}
          </div>
          <CompareRuns before={before} after={shown} world={world} />
        </section>
      )}
      {runs.length > 1 && <Pareto runs={runs} shown={shown?.number} />}
    </>
  );
}
