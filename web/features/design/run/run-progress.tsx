import { useMemo, useState } from "react";
import type { RunProgress as Progress } from "../../../../src/features/design/model/run/report.ts";
import { Button } from "../../../ui/button.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { TimeChart } from "./charts/time-chart.tsx";
import { formatCount, formatSeconds } from "./format-value.ts";
import { liveChartsOf } from "./live-charts.ts";
import { shareDone, useSecondsLeft } from "./run-pace.ts";
import type { World } from "./world.ts";

export const CANCEL_KEYS = "Mod-.";

type Props = { progress: Progress | undefined; world: World; onCancel: () => void };

/** A run while it is under way: how far it is, and what it shows so far. */
export function RunProgress({ progress, world, onCancel }: Props) {
  const [moment, onMoment] = useState<number>();
  const charts = useMemo(() => liveChartsOf(progress ?? atStart(world), world), [progress, world]);
  return (
    <section aria-label="Run under way" className="sheet grid min-w-0 gap-4 px-4 py-3 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Where progress={progress} world={world} />
        <Button onClick={onCancel}>
          Cancel <Kbd keys={CANCEL_KEYS} />
        </Button>
      </div>
      <div className="grid min-w-0 gap-x-8 gap-y-5 md:grid-cols-2">
        {charts.map((data) => (
          <TimeChart key={data.title} data={data} height={124} moment={moment} onMoment={onMoment} />
        ))}
      </div>
    </section>
  );
}

/** Before the first word of the simulator: empty charts, so that nothing moves when it comes. */
function atStart({ scenarios }: World): Pick<Progress, "scenario" | "live"> {
  const [first] = scenarios;
  return { scenario: first?.id ?? "", live: { bin: 1, p50: [], p99: [], rate: [], failed: [], quality: [] } };
}

function Where({ progress, world }: Omit<Props, "onCancel">) {
  const done = progress ? shareDone(progress) : 0;
  const left = useSecondsLeft(done);
  const scenario = world.scenarios.find(({ id }) => id === progress?.scenario);
  return (
    <div className="min-w-0 flex-1 basis-48">
      <p role="status" className="text-[14px] font-medium">
        {progress
          ? `Scenario ${progress.index + 1} of ${progress.of}: ${scenario?.title ?? progress.scenario}`
          : "Starting the simulator"}
      </p>
      <progress
        aria-label="Share of the run that is done"
        value={done}
        max={1}
        className="my-1 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <p className="caption num min-h-[19px]">
        {Math.floor(100 * done)} %
        {progress && progress.eventsPerSecond > 0 && ` · ${formatCount(progress.eventsPerSecond)} events a second`}
        {left !== undefined && ` · about ${formatSeconds(Math.ceil(left))} left`}
      </p>
    </div>
  );
}
