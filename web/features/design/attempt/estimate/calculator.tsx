import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { parseQuantity } from "../../../../../src/features/design/model/interview/parse-quantity.ts";
import { TextButton } from "../../../../ui/button.tsx";
import { CodeBox } from "../../../../ui/code-box.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { workedOutQuery } from "../../queries.ts";
import type { CheckedEstimate } from "../../types.ts";
import { sayQuantity } from "./say-quantity.ts";

type Props = { attemptId: string; estimate: CheckedEstimate };

/** The formula of an estimate, its figures to be changed, and what comes out: which of them does the answer hang on? */
export function Calculator({ attemptId, estimate }: Props) {
  const { formula, given, unit } = estimate;
  const names = Object.keys(given);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const changed = names.filter((name) => typed[name] !== undefined);
  return (
    <details className="mt-1.5">
      <summary className="text-[14px] text-ink-2">Try it with other figures</summary>
      <CodeBox className="mt-2 text-[13px]">{formula}</CodeBox>
      <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(132px,1fr))] items-end gap-x-4 gap-y-2">
        {names.map((name) => (
          <GivenField
            key={name}
            name={name}
            value={typed[name] ?? written(given[name] ?? 0)}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
          />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-baseline gap-x-4">
        <Result attemptId={attemptId} estimate={estimate} typed={typed} unit={unit} />
        {changed.length > 0 && <TextButton onClick={() => setTyped({})}>Back to the given figures</TextButton>}
      </div>
    </details>
  );
}

type FieldProps = { name: string; value: string; onChange: (text: string) => void };

function GivenField({ name, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block truncate font-mono text-[13px] text-ink-2">
        {name}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        className="num h-9 w-full min-w-0 rounded-md border border-control bg-sheet px-2.5 font-mono text-[14px]"
      />
    </div>
  );
}

type ResultProps = Props & { typed: Record<string, string>; unit: string };

function Result({ attemptId, estimate, typed, unit }: ResultProps) {
  const { id, given, right } = estimate;
  const settled = useDeferredValue(typed);
  const figures = Object.entries(given).map(([name, own]): [string, number | null] => {
    const text = settled[name];
    return [name, text === undefined ? own : parseQuantity(text, "")];
  });
  const unread = figures.find(([, value]) => value === null)?.[0];
  const same = figures.every(([name, value]) => value === given[name]);
  const asked = Object.fromEntries(figures.map(([name, value]) => [name, value ?? 0]));
  const { data, error, refetch } = useQuery({
    ...workedOutQuery(attemptId, id, asked),
    enabled: unread === undefined && !same,
    placeholderData: keepPreviousData,
  });
  if (unread !== undefined)
    return (
      <p className="text-[14px] text-part">
        <code>{unread}</code> needs a figure: 1500, 12k or 0.6.
      </p>
    );
  if (error && !same) return <FailureNote error={error} onRetry={() => void refetch()} />;
  const value = same && typeof right === "number" ? right : data?.value;
  return (
    <output className="num text-[15px]">
      {value === undefined ? "" : value === null ? "no number comes out" : <b>= {sayQuantity(value, unit)}</b>}
    </output>
  );
}

/** As one would type it: 86,400. */
const written = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 12 });
