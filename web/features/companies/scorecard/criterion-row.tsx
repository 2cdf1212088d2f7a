import { nameOf, usualOf } from "../../../../src/features/companies/model/criteria.ts";
import { TextButton } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import type { Criterion } from "../types.ts";
import { HeardForm } from "./heard-form.tsx";
import { HeardList } from "./heard-list.tsx";

type Props = { criterion: Criterion; onChange: (criterion: Criterion) => void; onRemove: () => void };

const SCORES = [
  { value: "", name: "not known yet" },
  { value: "1", name: "1, a reason to say no" },
  { value: "2", name: "2, weak" },
  { value: "3", name: "3, as elsewhere" },
  { value: "4", name: "4, good" },
  { value: "5", name: "5, a reason to come" },
];
const WEIGHTS = [0, 1, 2, 3, 4, 5].map((weight) => ({ value: String(weight), name: `Weight ${weight}` }));

/** One criterion: its score, what it weighs for you, and what was said. */
export function CriterionRow({ criterion, onChange, onRemove }: Props) {
  const name = nameOf(criterion);
  const about = usualOf(criterion.id)?.about;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-[180px]">
          <h3 className="break-words font-medium text-[15px]">{name}</h3>
          {about && <p className="text-[13px] text-ink-3">{about}</p>}
          {!about && (
            <TextButton className="text-[13px]" onClick={onRemove} aria-label={`Remove ${name}`}>
              Remove
            </TextButton>
          )}
        </div>
        <ChoiceField
          label={`Score of ${name}`}
          place="hidden"
          value={criterion.score === null ? "" : String(criterion.score)}
          choices={SCORES}
          onChoose={(value) => onChange({ ...criterion, score: value === "" ? null : Number(value) })}
        />
        <ChoiceField
          label={`Weight of ${name}`}
          place="hidden"
          value={String(criterion.weight)}
          choices={WEIGHTS}
          onChoose={(value) => onChange({ ...criterion, weight: Number(value) })}
        />
      </div>
      <HeardList
        heard={criterion.evidence}
        onRemove={(at) => onChange({ ...criterion, evidence: criterion.evidence.toSpliced(at, 1) })}
      />
      <HeardForm
        ask={`What was said about ${name.toLowerCase()}`}
        onKeep={(heard) => onChange({ ...criterion, evidence: [...criterion.evidence, heard] })}
      />
    </li>
  );
}
