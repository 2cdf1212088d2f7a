import { useId } from "react";
import { CATALOGUE } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { Button } from "../../../../ui/button.tsx";
import { besideKey } from "../kept.ts";
import { useKept } from "./use-kept.ts";

type Rows = NonNullable<ShownDesign["estimates"]>["rows"];
type Values = Record<string, string>;
type SheetProps = {
  rows: Rows;
  kept: { id: string; round: number };
  pending: boolean;
  onHandIn: (values: Values) => void;
};

/** A row a quantity; what is right is told after the mock. */
export function EstimatesSheet({ rows, kept, pending, onHandIn }: SheetProps) {
  const [typed, keep] = useKept(besideKey(kept.id, kept.round, "estimates"));
  const values = valuesIn(typed);
  const typesId = useId();
  return (
    <form
      aria-label="Estimates"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onHandIn(values);
      }}
    >
      <ul className="sheet divide-y divide-line">
        {rows.map(({ id, ask, unit }) => (
          <li key={id}>
            <label className="grid items-baseline gap-x-4 gap-y-1 px-4 py-2.5 text-[14px] sm:grid-cols-[minmax(0,1fr)_220px]">
              {ask}
              <span className="flex items-baseline gap-2">
                <input
                  value={values[id] ?? ""}
                  onChange={(event) => keep(JSON.stringify({ ...values, [id]: event.target.value }))}
                  {...(unit === "" ? { list: typesId, placeholder: "a component" } : {})}
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={200}
                  className="num h-9 min-w-0 flex-1 rounded-md border border-control bg-sheet px-2.5 font-mono placeholder:font-sans placeholder:text-ink-3"
                />
                <span className="w-20 shrink-0 text-sm text-ink-2">{unit}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <datalist id={typesId}>
        {CATALOGUE.map(({ type, title }) => (
          <option key={type} value={type}>
            {title}
          </option>
        ))}
      </datalist>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" look="primary" disabled={pending}>
          Hand in the sheet
        </Button>
        <p className="caption">Write 12k, 1.5M or 40 ms as it comes. What is empty counts as not estimated.</p>
      </div>
    </form>
  );
}

export function EstimatesHandedIn({ rows, values }: { rows: Rows; values: Values }) {
  return (
    <details className="sheet px-4 py-2.5 text-[14px]">
      <summary>Your estimates</summary>
      <dl className="mt-2 grid gap-1.5">
        {rows.map(({ id, ask, unit }) => (
          <div key={id} className="grid gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto]">
            <dt className="text-ink-2">{ask}</dt>
            <dd className="num">{values[id]?.trim() ? `${values[id]} (${unit || "component"})` : "left empty"}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What is kept in a browser may be anything. */
function valuesIn(kept: string | undefined): Values {
  try {
    const read: unknown = JSON.parse(kept ?? "{}");
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(Object.entries(read).map(([id, value]) => [id, `${value}`]));
  } catch {
    return {};
  }
}
