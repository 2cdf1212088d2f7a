import { type FormEvent, useId, useState } from "react";
import { blankCriterion } from "../../../../src/features/companies/model/criteria.ts";
import { Button } from "../../../ui/button.tsx";
import type { Company, CompanyBody, Criterion } from "../types.ts";
import { CriterionRow } from "./criterion-row.tsx";

type Props = { company: Company; save: (changes: Partial<CompanyBody>) => void };

/** The seven criteria and one's own. */
export function CriteriaSection({ company: { criteria }, save }: Props) {
  const change = (changed: Criterion) =>
    save({ criteria: criteria.map((each) => (each.id === changed.id ? changed : each)) });
  return (
    <section aria-labelledby="criteria" className="min-w-0">
      <h2 id="criteria" className="mb-1 text-lg">
        Scorecard
      </h2>
      <p className="mb-2 text-[14px] text-ink-2">
        Weights are yours: 0 is of no account, 5 matters most. Leave a score open until somebody said something.
      </p>
      <ul className="sheet divide-y divide-line">
        {criteria.map((criterion) => (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            onChange={change}
            onRemove={() => save({ criteria: criteria.filter(({ id }) => id !== criterion.id) })}
          />
        ))}
      </ul>
      <OwnCriterion
        onAdd={(name) => save({ criteria: [...criteria, blankCriterion(freeId(criteria), name)] })}
        full={criteria.length >= MOST_CRITERIA}
      />
    </section>
  );
}

const MOST_CRITERIA = 20;

function freeId(criteria: readonly Criterion[]): string {
  const numbers = criteria.flatMap(({ id }) => (id.startsWith("own-") ? [Number(id.slice(4))] : []));
  return `own-${Math.max(0, ...numbers) + 1}`;
}

function OwnCriterion({ onAdd, full }: { onAdd: (name: string) => void; full: boolean }) {
  const id = useId();
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    onAdd(name.trim());
    setName("");
  };
  return (
    <form onSubmit={submit} className="mt-3 flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="mb-1 block text-[13px] text-ink-2">
          What matters to you besides
        </label>
        <input
          id={id}
          value={name}
          maxLength={60}
          placeholder="The way to work, a visa, the language spoken …"
          onChange={({ target }) => setName(target.value)}
          className="h-9 w-full rounded-md border border-control bg-sheet px-3"
        />
      </div>
      <Button type="submit" disabled={name.trim() === "" || full}>
        Add
      </Button>
    </form>
  );
}
