import { CAME_FROM } from "../../../../src/features/explain/model/next-ask.ts";
import { classNames } from "../../../ui/class-names.ts";
import { Sign, type Tone } from "../../../ui/state-mark.tsx";
import type { ReadAttempt } from "../types.ts";
import { sentence } from "../wording.ts";

type Props = {
  criteria: ReadAttempt["criteria"];
  pointed: string | undefined;
  onPoint: (id: string | undefined) => void;
};

const SURELY_NOT = 0.3;

/** Each point with the words that brought it across, or with words that would have. */
export function Came({ criteria, pointed, onPoint }: Props) {
  return (
    <ul aria-label="What had to come across">
      {criteria.map(({ id, points, probability, metWhen, say }) => {
        const { tone, label } = standingOf(probability);
        return (
          <li
            key={id}
            onMouseEnter={() => onPoint(id)}
            onMouseLeave={() => onPoint(undefined)}
            className={classNames(
              "grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-2 border-line border-t py-2.5 text-[14px]",
              pointed === id && "bg-sunk",
            )}
          >
            <Sign tone={tone} label={label} />
            <div className="min-w-0">
              <p>{sentence(metWhen)}</p>
              {probability < CAME_FROM && say[0] && <p className="mt-0.5 text-ink-2">One way to put it: “{say[0]}”</p>}
              <p className="caption num mt-1">
                {label}, {Math.round(100 * probability)} % likely
              </p>
            </div>
            <span className="num text-ink-2">
              {(probability * points).toFixed(1)} / {points}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function standingOf(probability: number): { tone: Tone; label: string } {
  if (probability >= CAME_FROM) return { tone: "pass", label: "came across" };
  return probability < SURELY_NOT
    ? { tone: "fail", label: "did not come across" }
    : { tone: "part", label: "not sure" };
}
