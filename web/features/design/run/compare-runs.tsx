import { useMemo, useState } from "react";
import type { ScenarioReport } from "../../../../src/features/design/model/run/report.ts";
import type { RunSummary } from "../../../../src/features/design/schema.ts";
import { StateMark, type Tone } from "../../../ui/state-mark.tsx";
import { EARLIER, MAIN, type TimeChartData } from "./charts/chart.ts";
import { TimeChart } from "./charts/time-chart.tsx";
import { compareObjectives, type ObjectiveChange, sayComparison, sharedScenarios } from "./comparison.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { DesignDiff } from "./design-diff.tsx";
import { formatAgainst, formatChange, formatValue, type Unit } from "./format-value.ts";
import { clockOf, latencyLimit } from "./scenario-charts.ts";
import { ScenarioPicker } from "./scenario-picker.tsx";
import type { World } from "./world.ts";

type Props = { before: RunSummary; after: RunSummary; world: World };

/** What a change of the design did: objectives, figures, the same minutes in both runs, and the change itself. */
export function CompareRuns({ before, after, world }: Props) {
  const changes = useMemo(() => compareObjectives(before.report, after.report), [before, after]);
  const names = { before: `run ${before.number}`, after: `run ${after.number}` };
  return (
    <div className="grid min-w-0 items-start gap-4 lg:grid-cols-2">
      <section aria-label="Objectives compared" className="sheet min-w-0 px-4 py-3 sm:px-6">
        <h3 className="mb-2 text-[15px]">{sayComparison(changes)}</h3>
        <DataTable
          caption="Objectives of both runs"
          rows={changes}
          keyOf={({ after: { id } }) => id}
          columns={columnsOf(names)}
        />
        {changes.every((change) => change.after.metric !== "cost") && <CostLine before={before} after={after} />}
      </section>
      <DesignDiff before={before.design} after={after.design} names={names} />
      <Overlay before={before} after={after} world={world} first={changes[0]?.after.scenario} />
    </div>
  );
}

const marks: Record<ObjectiveChange["change"], { tone: Tone; words: string }> = {
  mended: { tone: "pass", words: "mended" },
  broken: { tone: "fail", words: "broken" },
  better: { tone: "idle", words: "better" },
  worse: { tone: "idle", words: "worse" },
  same: { tone: "idle", words: "same" },
};

/** The row says what it is about; the unit would only push the columns apart. */
const plain = (text: string): string => text.replace(" a month", "");

function columnsOf(names: { before: string; after: string }): readonly Column<ObjectiveChange>[] {
  return [
    { name: "objective", align: "left", of: ({ after }) => after.title },
    { name: names.before, of: ({ before }) => (before ? plain(formatAgainst(before).value) : "–") },
    { name: names.after, of: ({ after }) => plain(formatAgainst(after).value) },
    {
      name: "difference",
      of: ({ before, after }) => plain(formatChange(before?.value ?? null, after.value, after.unit)),
    },
    { name: "", align: "left", of: (change) => <Mark change={change} /> },
  ];
}

function Mark({ change: { change, after } }: { change: ObjectiveChange }) {
  const { tone, words } = marks[change];
  if (change === "mended" || change === "broken") return <StateMark tone={tone}>{words}</StateMark>;
  return (
    <span className="text-ink-3">
      {after.met ? "met" : "missed"}
      {change !== "same" && `, ${words}`}
    </span>
  );
}

function CostLine({ before, after }: Omit<Props, "world">) {
  const [was, is] = [before.report.cost.dollarsPerMonth, after.report.cost.dollarsPerMonth];
  return (
    <p className="num mt-2 border-t border-line pt-2 text-sm text-ink-2">
      Cost {formatValue(was, "USD/month")} before, {formatValue(is, "USD/month")} now:{" "}
      {formatChange(was, is, "USD/month")}
    </p>
  );
}

/** Latency and quality of one scenario, both runs in one picture. */
function Overlay({ before, after, world, first }: Props & { first: string | undefined }) {
  const shared = useMemo(() => sharedScenarios(before.report, after.report), [before, after]);
  const [chosen, choose] = useState<string>();
  const [moment, onMoment] = useState<number>();
  const pair = shared.find((each) => each.after.id === (chosen ?? first)) ?? shared[0];
  const charts = useMemo(() => (pair ? overlaysOf(pair, { before, after, world }) : []), [pair, before, after, world]);
  if (!pair) return null;
  return (
    <section
      aria-label="The same time in both runs"
      className="sheet grid min-w-0 gap-4 px-4 py-3 sm:px-6 lg:col-span-2"
    >
      <ScenarioPicker
        scenarios={shared.map((each) => each.after)}
        objectives={after.report.objectives}
        chosen={pair.after.id}
        onChoose={choose}
      />
      <div className="grid min-w-0 gap-x-8 gap-y-5 lg:grid-cols-2">
        {charts.map((data) => (
          <TimeChart key={data.title} data={data} moment={moment} onMoment={onMoment} />
        ))}
      </div>
    </section>
  );
}

type Pair = { before: ScenarioReport; after: ScenarioReport };

function overlaysOf({ before, after }: Pair, runs: Props): TimeChartData[] {
  const overlay = (unit: Unit, series: "p99" | "quality", summary: (scenario: ScenarioReport) => number) => ({
    unit,
    clock: clockOf(after),
    lines: [
      {
        name: `run ${runs.after.number}`,
        values: after.series[series],
        stroke: MAIN,
        summary: formatValue(summary(after), unit),
      },
      {
        name: `run ${runs.before.number}`,
        values: before.series[series],
        stroke: EARLIER,
        summary: formatValue(summary(before), unit),
      },
    ],
  });
  const latency: TimeChartData = {
    title: "p99 of both",
    ...overlay("s", "p99", (scenario) => scenario.latency.p99),
    limit: latencyLimit(runs.world.slo.latency),
  };
  const quality: TimeChartData = {
    title: "Quality of both",
    ...overlay("share", "quality", (scenario) => scenario.quality),
  };
  return [latency, quality].filter(({ lines }) => lines.some(({ values }) => values.some((value) => value !== null)));
}
