import { type Ref, useId, useState } from "react";
import { PAY_ASKED } from "../../../../src/features/jobs/model/pay-asked.ts";
import { JOB_ROLES, LEVELS } from "../../../../src/features/jobs/model/title.ts";
import type { Sources } from "../../../../src/features/jobs/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { ChevronIcon } from "../../../ui/icons.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { type JobFilters, parseJobFilters } from "../filters.ts";
import { boardText, LEVEL_NAMES, ROLE_NAMES, WORKPLACE_NAMES } from "../wording.ts";

type Props = {
  filters: JobFilters;
  /** In which any posting pays. */
  currencies: readonly string[];
  sources: Sources["sources"];
  onChange: (filters: JobFilters) => void;
  searchRef: Ref<HTMLInputElement>;
  onEnterList: () => void;
};

const ROLES = [
  { value: "any-ai", label: "Any AI or ML role" },
  ...JOB_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
];
const CLOSED = [{ value: "shown", label: "open and closed" }];

/** What the list is narrowed to. On a phone all but the words is folded away: the list comes first. */
export function FilterBar({ filters, currencies, sources, onChange, searchRef, onEnterList }: Props) {
  const fields = useId();
  const [open, setOpen] = useState(false);
  const set = (more: Record<string, string | undefined>) => onChange(parseJobFilters({ ...filters, ...more }));
  const narrowing = Object.keys(filters).filter((name) => name !== "text").length;
  return (
    <search className="grid gap-2">
      <SearchField
        ref={searchRef}
        label="Find postings"
        hint="Find by title, company or any word"
        value={filters.text ?? ""}
        onChange={(text) => set({ text })}
        onEnterList={onEnterList}
      />
      <Button aria-expanded={open} aria-controls={fields} onClick={() => setOpen(!open)} className="md:hidden">
        {narrowing === 0 ? "Filters" : `Filters: ${narrowing} set`}
        <span className={classNames(open && "rotate-180")}>
          <ChevronIcon />
        </span>
      </Button>
      <div id={fields} className={classNames("grid-cols-2 gap-2 md:grid md:grid-cols-4", open ? "grid" : "hidden")}>
        <SelectField label="Role" value={filters.role} choices={ROLES} onChoose={(role) => set({ role })} />
        <SelectField
          label="Level"
          value={filters.level}
          choices={LEVELS.map((level) => ({ value: level, label: LEVEL_NAMES[level] }))}
          onChoose={(level) => set({ level })}
        />
        <TypedField label="Place" hint="Place: any" value={filters.place ?? ""} onType={(place) => set({ place })} />
        <SelectField
          label="Where"
          value={filters.workplace}
          choices={Object.entries(WORKPLACE_NAMES).map(([value, label]) => ({ value, label }))}
          onChoose={(workplace) => set({ workplace })}
        />
        <PayField value={filters.pay} currencies={currencies} onType={(pay) => set({ pay })} />
        <SinceField value={filters.since ?? ""} onType={(since) => set({ since })} />
        <SelectField
          label="Board"
          value={filters.source}
          choices={sources.map((source) => ({ value: source.id, label: boardText(source), count: source.open }))}
          onChoose={(source) => set({ source })}
        />
        <SelectField
          label="Closed ones"
          value={filters.closed}
          choices={CLOSED}
          onChoose={(closed) => set({ closed })}
        />
      </div>
    </search>
  );
}

type TypedProps = {
  label: string;
  hint: string;
  value: string;
  onType: (value: string) => void;
};

function TypedField({ label, hint, value, onType }: TypedProps) {
  return (
    <input
      aria-label={label}
      placeholder={hint}
      value={value}
      onChange={({ target }) => onType(target.value)}
      className="h-9 w-full min-w-0 rounded-md border border-control bg-sheet px-3 text-[14px] placeholder:text-ink-2"
    />
  );
}

function SinceField({ value, onType }: Pick<TypedProps, "value" | "onType">) {
  return (
    <label className="col-span-2 flex h-9 min-w-0 md:col-span-1 items-center gap-2 rounded-md border border-control bg-sheet pl-3 text-[14px] text-ink-2">
      Since
      <input
        type="date"
        aria-label="Posted since"
        value={value}
        onChange={({ target }) => onType(target.value)}
        className="h-full min-w-0 flex-1 bg-transparent pr-2"
      />
    </label>
  );
}

type PayProps = {
  value: string | undefined;
  currencies: readonly string[];
  onType: (pay: string | undefined) => void;
};

/** An amount a year with its currency: amounts of several currencies are not compared. */
function PayField({ value, currencies, onType }: PayProps) {
  const id = useId();
  const [amount, setAmount] = useState(value?.split(" ")[0] ?? "");
  const [chosen, setChosen] = useState(value?.split(" ")[1]);
  const currency = chosen ?? currencies.find((each) => each === "USD") ?? currencies[0] ?? "USD";
  const ask = (typed: string, of: string) => {
    const pay = `${typed.replaceAll(/[\s,.]/g, "")} ${of}`;
    onType(PAY_ASKED.test(pay) ? pay : undefined);
  };
  return (
    <div className="col-span-2 flex min-w-0 md:col-span-1">
      <input
        id={id}
        inputMode="numeric"
        aria-label="Pay a year, at least"
        placeholder="Pay from"
        value={amount}
        onChange={({ target }) => {
          setAmount(target.value);
          ask(target.value, currency);
        }}
        className="num h-9 w-full min-w-0 rounded-l-md border border-control bg-sheet px-3 text-[14px] placeholder:text-ink-2"
      />
      <select
        aria-label="Currency of the pay"
        value={currency}
        onChange={({ target }) => {
          setChosen(target.value);
          ask(amount, target.value);
        }}
        className="h-9 rounded-r-md border border-control border-l-0 bg-sheet px-1 text-[14px]"
      >
        {(currencies.includes(currency) ? currencies : [currency, ...currencies]).map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </div>
  );
}
