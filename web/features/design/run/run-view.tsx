import { useRef, useState } from "react";
import type { RunReport } from "../../../../src/features/design/model/run/report.ts";
import type { RunSummary } from "../../../../src/features/design/schema.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import { CostBars } from "./cost-bars.tsx";
import { EarlierRuns } from "./earlier-runs.tsx";
import { formatCount, formatDollars } from "./format-value.ts";
import { mendOf, scenarioOf } from "./mend.ts";
import { MendNote } from "./mend-note.tsx";
import { ObjectiveMarks } from "./objective-marks.tsx";
import { ScenarioEvidence } from "./scenario-evidence.tsx";
import { ScenarioPicker } from "./scenario-picker.tsx";
import type { World } from "./world.ts";

type Props = {
  report: RunReport;
  world: World;
  /** The attempt's runs; where the report is that of one of them, it is compared with an earlier one. */
  runs: readonly RunSummary[];
};

/** A run as it is read: did it hold, what is the one thing to mend, where is the evidence. */
export function RunView({ report, world, runs }: Props) {
  const [chosen, choose] = useState<string>();
  const evidence = useRef<HTMLElement>(null);
  const scenario = scenarioOf(report, chosen ?? mendOf(report)?.objective.scenario ?? "") ?? report.scenarios[0];
  const lookAt = (id: string) => {
    choose(id);
    evidence.current?.scrollIntoView({ block: "start" });
    evidence.current?.focus({ preventScroll: true });
  };
  return (
    <div className="grid min-w-0 gap-6">
      <section aria-label="Objectives" className="sheet px-4 py-3 sm:px-6">
        <Verdict report={report} />
        <ObjectiveMarks objectives={report.objectives} onScenario={lookAt} />
      </section>
      <MendNote report={report} />
      <section
        ref={evidence}
        tabIndex={-1}
        aria-label="Evidence"
        className="grid min-w-0 scroll-mt-4 gap-4 outline-none"
      >
        <ScenarioPicker
          scenarios={report.scenarios}
          objectives={report.objectives}
          chosen={scenario?.id ?? ""}
          onChoose={choose}
        />
        {scenario && <ScenarioEvidence scenario={scenario} objectives={report.objectives} world={world} />}
      </section>
      <section aria-label="Cost" className="sheet min-w-0 px-4 py-3 sm:px-6">
        <h3 className="num mb-2 flex flex-wrap items-baseline justify-between gap-x-3 text-[15px]">
          Cost <span className="font-normal">{formatDollars(report.cost.dollarsPerMonth)} a month</span>
        </h3>
        <CostBars cost={report.cost} />
      </section>
      <EarlierRuns report={report} world={world} runs={runs} />
    </div>
  );
}

function Verdict({ report: { objectives, events, seed } }: { report: RunReport }) {
  const met = objectives.filter((objective) => objective.met).length;
  const tone = met === objectives.length ? "pass" : met === 0 ? "fail" : "part";
  return (
    <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
      <h2 className="text-lg">
        <StateMark tone={tone} className="num">
          {met === objectives.length ? `All ${met} objectives hold` : `${met} of ${objectives.length} objectives hold`}
        </StateMark>
      </h2>
      <p className="caption num">
        {formatCount(events)} events · seed {seed}
      </p>
    </div>
  );
}
