import { useId } from "react";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import type { ConceptDetail } from "../types.ts";
import { audienceNames } from "../wording.ts";

type Ids = { left: string; right: string };
type Props = { concept: ConceptDetail; ids: Ids; onChoose: (ids: Ids) => void };

/** Which two explanations stand beside each other. */
export function ChooseSides({ concept, ids, onChoose }: Props) {
  return (
    <div className="mb-4 grid grid-cols-1 gap-2 sm:grid-cols-2 sm:gap-4">
      <Choose label="Left" concept={concept} value={ids.left} onChoose={(left) => onChoose({ ...ids, left })} />
      <Choose label="Right" concept={concept} value={ids.right} onChoose={(right) => onChoose({ ...ids, right })} />
    </div>
  );
}

type ChooseProps = { label: string; concept: ConceptDetail; value: string; onChoose: (id: string) => void };

function Choose({ label, concept, value, onChoose }: ChooseProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
        className="num h-9 w-full truncate rounded-md border border-control bg-sheet px-3 text-[14px]"
      >
        {concept.listeners
          .filter(({ history }) => history.length > 0)
          .map(({ audience, history }) => (
            <optgroup key={audience} label={audienceNames[audience]}>
              {history.map(({ id: attempt, at, score }) => (
                <option key={attempt} value={attempt}>
                  {audienceNames[audience]}, {formatDayAndTime(at)}, {score.toFixed(2)}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </div>
  );
}
