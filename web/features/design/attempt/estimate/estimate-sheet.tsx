import { type KeyboardEvent, useDeferredValue, useId, useRef } from "react";
import { CATALOGUE } from "../../../../../src/features/design/model/components/catalogue.ts";
import { readEstimate } from "../../../../../src/features/design/model/interview/check-estimate.ts";
import { sayQuantity } from "./say-quantity.ts";

type Asked = { id: string; ask: string; unit: string; hint?: string | null };
type Props = {
  rows: readonly Asked[];
  values: Readonly<Record<string, string>>;
  onType: (id: string, text: string) => void;
  /** Enter in the last row. */
  onEnd: () => void;
};

const moves: Record<string, 1 | -1> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** One row a quantity; Enter and the arrows go from row to row. */
export function EstimateSheet({ rows, values, onType, onEnd }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const typesId = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = moves[event.key];
    if (by === undefined || event.nativeEvent.isComposing) return;
    // a list of choices has the arrows for itself
    if (event.key !== "Enter" && event.currentTarget.hasAttribute("list")) return;
    event.preventDefault();
    const inputs = [...(list.current?.querySelectorAll("input") ?? [])];
    const to = inputs[inputs.indexOf(event.currentTarget) + by];
    if (to) to.focus();
    else if (event.key === "Enter") onEnd();
  };
  return (
    <>
      <ul ref={list} aria-label="Estimates" className="sheet overflow-hidden">
        {rows.map((estimate, at) => (
          <li key={estimate.id} className="border-t border-line first:border-t-0">
            <Row
              estimate={estimate}
              typesId={typesId}
              input={{
                value: values[estimate.id] ?? "",
                onChange: (event) => onType(estimate.id, event.target.value),
                onKeyDown,
                "data-first": at === 0 ? "" : undefined,
              }}
            />
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
      <p className="caption mt-2">Write 12k, 1.5M, 3e9, 40 ms or 2 TB as it comes.</p>
    </>
  );
}

type Input = React.ComponentProps<"input"> & { "data-first": string | undefined };
type RowProps = { estimate: Asked; typesId: string; input: Input };

function Row({ estimate: { ask, unit, hint }, typesId, input }: RowProps) {
  const id = useId();
  const readId = useId();
  const typed = useDeferredValue(String(input.value));
  return (
    <div className="grid items-start gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_300px] sm:px-5">
      <div>
        <label htmlFor={id} className="block">
          {ask}
        </label>
        {hint && <p className="caption">{hint}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-x-2">
        <input
          {...input}
          id={id}
          {...(unit === "" ? { list: typesId, placeholder: "a component" } : { inputMode: "text" as const })}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-describedby={readId}
          className="num h-10 min-w-0 flex-1 rounded-md border border-control bg-sheet px-3 font-mono text-[15px] placeholder:font-sans placeholder:text-ink-3"
        />
        <span className="w-24 shrink-0 text-sm text-ink-2">{unit}</span>
        <p id={readId} className="caption num basis-full empty:hidden">
          {readingOf(typed, unit)}
        </p>
      </div>
    </div>
  );
}

/** How a text will be understood, before it is handed in: a slip of the pen is no estimate. Never whether it is right. */
function readingOf(typed: string, unit: string): string {
  if (typed.trim() === "") return "";
  const read = readEstimate(typed, unit);
  if (read !== null) return `read as ${sayQuantity(read, unit)}`;
  if (unit === "") return "not understood: it asks for a component";
  return `not understood: it asks for a figure${unit === "count" ? "" : ` in ${unit}`}`;
}
