import type { ObjectiveResult } from "../../../../src/features/design/model/run/report.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import { formatAgainst } from "./format-value.ts";

type Props = { objectives: readonly ObjectiveResult[]; onScenario: (id: string) => void };

/** Each objective as a mark with its value beside the target, the missed ones first; a click leads to its scenario. */
export function ObjectiveMarks({ objectives, onScenario }: Props) {
  const ordered = objectives.toSorted((a, b) => Number(a.met) - Number(b.met));
  return (
    <ul className="grid grid-cols-1 gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {ordered.map((objective) => (
        <li key={objective.id} className="border-t border-line">
          <Objective objective={objective} onScenario={onScenario} />
        </li>
      ))}
    </ul>
  );
}

function Objective({ objective, onScenario }: Omit<Props, "objectives"> & { objective: ObjectiveResult }) {
  const { value, target } = formatAgainst(objective);
  return (
    <button
      type="button"
      onClick={() => onScenario(objective.scenario)}
      className="grid w-full grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 rounded py-2 text-left text-[14px] hover:bg-sunk"
    >
      <StateMark tone={objective.met ? "pass" : "fail"} className="!items-baseline">
        {objective.title}
        <span className="sr-only">{objective.met ? ", met: " : ", missed: "}</span>
      </StateMark>
      <span className="num text-right">
        <b className="font-medium">{value}</b>
        <span className="caption block">{target}</span>
      </span>
    </button>
  );
}
