import { type ReactNode, useMemo, useState } from "react";
import type { ObjectiveResult, ScenarioReport } from "../../../../src/features/design/model/run/report.ts";
import { TimeChart } from "./charts/time-chart.tsx";
import { didBreak } from "./did-break.ts";
import { EdgeTable } from "./edge-table.tsx";
import { IncidentCard } from "./incident-card.tsx";
import { NodeTable } from "./node-table.tsx";
import { chartsOf } from "./scenario-charts.ts";
import { figuresOf } from "./scenario-figures.ts";
import { Waterfall } from "./waterfall.tsx";
import type { World } from "./world.ts";

type Props = { scenario: ScenarioReport; objectives: readonly ObjectiveResult[]; world: World };

/** What a scenario showed: figures, charts over time, incidents, nodes, edges and one request. */
export function ScenarioEvidence({ scenario, objectives, world }: Props) {
  const { incidents, nodes, edges, traces, days } = scenario;
  return (
    <div className="grid min-w-0 gap-4">
      <Figures scenario={scenario} world={world} />
      <Charts scenario={scenario} objectives={objectives} world={world} />
      {incidents.length > 0 && (
        <section aria-label="Incidents">
          <h3 className="mb-2 text-[15px]">What the faults did</h3>
          <ul className="grid gap-3 lg:grid-cols-2">
            {incidents.map((incident) => (
              <IncidentCard
                key={incident.fault}
                incident={incident}
                outcome={didBreak(incident, scenario, world) ? "broke" : "held"}
                scale={days ? "days" : "clock"}
              />
            ))}
          </ul>
        </section>
      )}
      <Part title="Nodes">
        <NodeTable nodes={nodes} />
      </Part>
      {edges.some(({ calls }) => calls > 0) && (
        <Part title="Calls between them">
          <EdgeTable edges={edges} />
        </Part>
      )}
      {traces.length > 0 && (
        <Part title="One request, node by node">
          <Waterfall key={scenario.id} traces={traces} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="sheet min-w-0 px-4 py-3 sm:px-6">
      <h3 className="mb-2 text-[15px]">{title}</h3>
      {children}
    </section>
  );
}

function Figures({ scenario, world }: Omit<Props, "objectives">) {
  return (
    <dl className="num grid grid-cols-[repeat(auto-fill,minmax(94px,1fr))] gap-x-4 gap-y-2">
      {figuresOf(scenario, world).map(({ name, value }) => (
        <div key={name}>
          <dt className="caption">{name}</dt>
          <dd className="text-[17px] leading-6">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** All charts of a scenario point at the same moment. */
function Charts({ scenario, objectives, world }: Props) {
  const [moment, onMoment] = useState<number>();
  const charts = useMemo(() => chartsOf(scenario, objectives, world), [scenario, objectives, world]);
  return (
    <div className="sheet grid min-w-0 gap-x-8 gap-y-5 px-4 py-4 sm:px-6 lg:grid-cols-2">
      {charts.map((data) => (
        <TimeChart key={data.title} data={data} moment={moment} onMoment={onMoment} />
      ))}
      <p className="caption lg:col-span-2">
        Point at a chart, or focus it and use the arrow keys, to read a moment in all of them.
      </p>
    </div>
  );
}
