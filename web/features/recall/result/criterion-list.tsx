import { MET_FROM } from "../../../../src/features/recall/model/rating.ts";
import { classNames } from "../../../ui/class-names.ts";
import { Sign, type Tone } from "../../../ui/state-mark.tsx";
import type { GradedCriterion } from "../types.ts";

type Props = {
  criteria: readonly GradedCriterion[];
  pointed: string | undefined;
  onPoint: (id: string | undefined) => void;
  onOverrule: (id: string, met: boolean) => void;
  pending: boolean;
};

const SURE = 0.2; // from a half: between, the grader is not sure

type Standing = { tone: Tone; label: string };

function standingOf({ probability, overruled }: GradedCriterion): Standing {
  if (overruled !== null)
    return overruled
      ? { tone: "pass", label: "met, by your own mark" }
      : { tone: "fail", label: "missed, by your own mark" };
  if (Math.abs(probability - MET_FROM) < SURE) return { tone: "part", label: "not sure" };
  return probability > MET_FROM ? { tone: "pass", label: "met" } : { tone: "fail", label: "missed" };
}

/** Each criterion with what earned it, or what would have. */
export function CriterionList({ criteria, pointed, onPoint, onOverrule, pending }: Props) {
  return (
    <ul aria-label="Criteria">
      {criteria.map((criterion) => {
        const { id, points, probability, overruled, metWhen, say } = criterion;
        const { tone, label } = standingOf(criterion);
        const met = overruled ?? probability >= MET_FROM;
        const share = overruled === null ? probability : Number(overruled);
        return (
          <li
            key={id}
            onMouseEnter={() => onPoint(id)}
            onMouseLeave={() => onPoint(undefined)}
            className={classNames(
              "grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-2 border-t border-line py-2.5 text-[14px] first:border-t-0",
              pointed === id && "bg-sunk",
            )}
          >
            <Sign tone={tone} label={label} />
            <div className="min-w-0">
              <p>{sentence(metWhen)}</p>
              {!met && say[0] && <p className="mt-0.5 text-ink-2">One way to put it: “{say[0]}”</p>}
              <p className="caption mt-1">
                <span className="num">
                  {overruled === null ? `${label}, ${Math.round(100 * probability)} % likely` : label}
                </span>{" "}
                <button
                  type="button"
                  disabled={pending}
                  aria-label={met ? `I did not say this: ${metWhen}` : `I did say this: ${metWhen}`}
                  onClick={() => onOverrule(id, !met)}
                  className="text-accent underline underline-offset-2 hover:text-accent-strong"
                >
                  {met ? "I did not say this" : "I did say this"}
                </button>
              </p>
            </div>
            <span className="num text-ink-2">
              {(share * points).toFixed(1)} / {points}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
