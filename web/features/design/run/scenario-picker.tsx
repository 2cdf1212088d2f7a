import type { ObjectiveResult, ScenarioReport } from "../../../../src/features/design/model/run/report.ts";
import { classNames } from "../../../ui/class-names.ts";
import { Sign } from "../../../ui/state-mark.tsx";

type Props = {
  scenarios: readonly ScenarioReport[];
  objectives: readonly ObjectiveResult[];
  chosen: string;
  onChoose: (id: string) => void;
};

/** One button a scenario, each with the sign of its objectives. */
export function ScenarioPicker({ scenarios, objectives, chosen, onChoose }: Props) {
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">Scenario</legend>
      {scenarios.map(({ id, title }) => {
        const own = objectives.filter(({ scenario }) => scenario === id);
        const missed = own.filter(({ met }) => !met).length;
        return (
          <button
            key={id}
            type="button"
            aria-pressed={id === chosen}
            onClick={() => onChoose(id)}
            className={classNames(
              "inline-flex min-h-9 items-center gap-1.5 rounded-md border px-3 text-left text-[14px] leading-5",
              id === chosen
                ? "border-accent bg-accent-wash font-medium text-ink"
                : "border-line-strong bg-sheet text-ink-2 hover:text-ink",
            )}
          >
            {own.length > 0 && (
              <Sign tone={missed > 0 ? "fail" : "pass"} label={missed > 0 ? `${missed} missed` : "holds"} />
            )}
            {title}
          </button>
        );
      })}
    </fieldset>
  );
}
