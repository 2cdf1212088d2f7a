import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { setTarget } from "../queries.ts";
import type { TargetBody, Today } from "../types.ts";
import { WEEKDAYS } from "../wording.ts";

const field = "h-9 w-full rounded-md border border-control bg-sheet px-2 text-[14px]";
const label = "mb-1 block text-[13px] text-ink-2";

/** For which role, when, and how much time a week. Works without a date. */
export function TargetForm({ today }: { today: Today }) {
  const [body, setBody] = useState<TargetBody>(() => beganWith(today));
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: setTarget,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["plan"] }),
  });
  const change = (part: Partial<TargetBody>) => setBody((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(body);
  };
  return (
    <form onSubmit={submit} noValidate className="sheet mt-3 grid max-w-[680px] gap-4 px-4 py-4 sm:px-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          label="Role"
          value={body.role}
          choices={today.roles.map(({ id, title }) => ({ value: id, name: title }))}
          onChoose={(role) => change({ role })}
        />
        <DateField date={body.date} onChange={(date) => change({ date })} />
        <NumberField
          label="Hours a week"
          value={body.hoursAWeek}
          most={80}
          onChange={(hoursAWeek) => change({ hoursAWeek })}
        />
        <NumberField
          label="Sessions begin at, in the calendar (hour)"
          value={body.startHour}
          most={23}
          onChange={(startHour) => change({ startHour })}
        />
      </div>
      <WeekdayField weekdays={body.weekdays} onChange={(weekdays) => change({ weekdays })} />
      {saving.error && <FailureNote error={saving.error} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" disabled={saving.isPending}>
          {today.target ? "Keep this" : "Make the plan"}
        </Button>
        <span role="status" className="caption">
          {saving.isSuccess ? "Kept; the plan is made anew." : `Days are those of ${body.timeZone}.`}
        </span>
      </div>
    </form>
  );
}

/** The time zone is always the one that the browser is in: who travels keeps the form once. */
function beganWith({ target, roles }: Today): TargetBody {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (target) {
    const { updatedAt: _, ...kept } = target;
    return { ...kept, timeZone };
  }
  const usual = { date: null, hoursAWeek: 7, weekdays: [1, 2, 3, 4, 5, 6, 7], startHour: 19 };
  return { ...usual, role: roles[0]?.id ?? "", timeZone };
}

function DateField({ date, onChange }: { date: string | null; onChange: (date: string | null) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={label}>
        Interview on (leave it empty where there is no date)
      </label>
      <input
        id={id}
        type="date"
        value={date ?? ""}
        onChange={({ target }) => onChange(target.value || null)}
        className={field}
      />
    </div>
  );
}

type NumberProps = { label: string; value: number; most: number; onChange: (value: number) => void };

function NumberField({ label: words, value, most, onChange }: NumberProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={label}>
        {words}
      </label>
      <input
        id={id}
        type="number"
        min={0}
        max={most}
        inputMode="decimal"
        // an emptied field is being typed into
        value={Number.isNaN(value) ? "" : value}
        onChange={({ target }) => onChange(target.valueAsNumber)}
        className={`num ${field}`}
      />
    </div>
  );
}

function WeekdayField({ weekdays, onChange }: { weekdays: number[]; onChange: (weekdays: number[]) => void }) {
  return (
    <fieldset>
      <legend className={label}>On</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {WEEKDAYS.map((name, at) => (
          <label key={name} className="flex min-h-8 items-center gap-2 text-[14px]">
            <input
              type="checkbox"
              checked={weekdays.includes(at + 1)}
              onChange={({ target }) =>
                onChange(target.checked ? [...weekdays, at + 1] : weekdays.filter((day) => day !== at + 1))
              }
              className="size-4 accent-[var(--accent)]"
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
