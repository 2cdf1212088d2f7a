import { useRef } from "react";
import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { Button } from "../../../../ui/button.tsx";
import { EstimateSheet } from "../../../design/attempt/estimate/estimate-sheet.tsx";
import { besideKey } from "../kept.ts";
import { useKept } from "./use-kept.ts";

type Rows = NonNullable<ShownDesign["estimates"]>["rows"];
type Values = Record<string, string>;
type SheetProps = {
  rows: Rows;
  kept: { id: string; round: number };
  busy: boolean;
  onHandIn: (values: Values) => void;
};

/** Handed in once; what is right is told after the mock. */
export function EstimatesSheet({ rows, kept, busy, onHandIn }: SheetProps) {
  const [typed, keep] = useKept(besideKey(kept.id, kept.round, "estimates"));
  const values = valuesIn(typed);
  const handIn = useRef<HTMLButtonElement>(null);
  return (
    <form
      aria-label="The sheet"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onHandIn(values);
      }}
    >
      <EstimateSheet
        rows={rows}
        values={values}
        onType={(id, text) => keep(JSON.stringify({ ...values, [id]: text }))}
        onEnd={() => handIn.current?.focus()}
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button ref={handIn} type="submit" look="primary" disabled={busy}>
          Hand in the sheet
        </Button>
        <p className="caption">What is empty counts as not estimated.</p>
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
