import { levelsPassedBy } from "../../../../src/features/coding/model/progress.ts";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import type { Mode, Verdict } from "../types.ts";
import { counted } from "../wording.ts";
import { firstMend } from "./first-mend.ts";
import { GrowthPlot } from "./growth-plot.tsx";
import { MendCallout } from "./mend-callout.tsx";
import { NextSteps } from "./next-steps.tsx";
import type { DoneProps } from "./results-props.ts";
import { Advice, FaultsFound, LevelsPassed, Printed } from "./side-results.tsx";
import { TestList } from "./test-list.tsx";
import { headline, isFailing, measures, verdictNames, verdictTone } from "./verdict-words.ts";

export function VerdictView(props: DoneProps) {
  const { verdict, reading, mode } = props.run;
  const { onGo } = props;
  const mend = firstMend(verdict);
  return (
    <>
      <VerdictLine verdict={verdict} mode={mode} at={props.run.at} />
      {mend && <MendCallout mend={mend} onGo={onGo} />}
      <Reached {...props} />
      <Tests verdict={verdict} mendIsTest={mend?.kind === "test"} onGo={onGo} />
      {verdict.growth?.map((growth) => (
        <GrowthPlot key={growth.name} growth={growth} test={verdict.tests.find(({ name }) => name === growth.name)} />
      ))}
      {verdict.stdout !== "" && <Printed stdout={verdict.stdout} />}
      <NextSteps {...props} />
      {reading.length > 0 && <Advice reading={reading} onGo={onGo} />}
    </>
  );
}

function VerdictLine({ verdict, mode, at }: { verdict: Verdict; mode: Mode; at: string | undefined }) {
  const said = headline(verdict, mode);
  const more =
    verdict.verdict === "cancelled" || verdict.verdict === "internal-error" ? undefined : verdictNames[verdict.verdict];
  return (
    <div className="mb-3">
      <h2 className="num text-[16px]">
        <StateMark tone={verdictTone(verdict.verdict)}>{said}</StateMark>
        {more && <span className="font-normal text-ink-2"> · {more}</span>}
      </h2>
      <p className="caption num">
        {measures(verdict)}
        {at && ` · from ${formatDayAndTime(at)}`}
      </p>
      {verdict.verdict === "internal-error" && (
        <p className="mt-1 text-[14px] text-ink-2">
          {verdict.message} It does not count against you. Run it again; if it stays,{" "}
          <code>npm run -s holdout -- doctor</code> says why.
        </p>
      )}
    </div>
  );
}

/** How many faults are mended or levels passed, where the problem has them. */
function Reached({ run: { verdict, mode }, problem }: DoneProps) {
  const { faults = [] } = verdict;
  const levels = problem.levels.length;
  return (
    <>
      {faults.length > 0 && <FaultsFound faults={faults} />}
      {levels > 1 && mode === "submit" && <LevelsPassed passed={levelsPassedBy(verdict)} total={levels} />}
    </>
  );
}

type TestsProps = { verdict: Verdict; mendIsTest: boolean; onGo: (line: number) => void };

function Tests({ verdict: { tests }, mendIsTest, onGo }: TestsProps) {
  if (tests.length === 0) return null;
  if (tests.every(({ status }) => status === "not-run")) {
    return <p className="caption mt-3">None of the {counted(tests.length, "test")} was run.</p>;
  }
  const first = tests.find(isFailing)?.name;
  return (
    <div className="mt-4">
      <TestList
        tests={tests}
        onGo={onGo}
        openTest={mendIsTest ? undefined : first}
        shownTest={mendIsTest ? first : undefined}
      />
    </div>
  );
}
