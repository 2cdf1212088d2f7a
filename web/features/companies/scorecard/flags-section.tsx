import { useState } from "react";
import { nameOf } from "../../../../src/features/companies/model/criteria.ts";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import type { Company, CompanyBody } from "../types.ts";
import { HeardForm } from "./heard-form.tsx";
import { HeardList } from "./heard-list.tsx";

type Props = { company: Company; save: (changes: Partial<CompanyBody>) => void };

/** Signs that something is wrong: each is a warning beside the total, whatever the scores say. */
export function FlagsSection({ company: { criteria, flags }, save }: Props) {
  const [criterion, setCriterion] = useState(criteria[0]?.id ?? "team");
  return (
    <section aria-labelledby="signs">
      <h2 id="signs" className="mb-1 text-lg">
        Warning signs
      </h2>
      <p className="mb-2 text-[14px] text-ink-2">
        What made you stop: it stays visible beside the total, however good the scores are.
      </p>
      <ChoiceField
        label="It speaks against"
        value={criterion}
        choices={criteria.map((each) => ({ value: each.id, name: nameOf(each) }))}
        onChoose={setCriterion}
      />
      <HeardList heard={flags} onRemove={(at) => save({ flags: flags.toSpliced(at, 1) })} />
      <HeardForm ask="Note a warning sign" onKeep={(heard) => save({ flags: [...flags, { ...heard, criterion }] })} />
    </section>
  );
}
