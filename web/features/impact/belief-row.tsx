import { useId, useState } from "react";
import type { Belief, Quantity } from "../../../src/features/impact/model/calculator.ts";
import { beliefFault } from "../../../src/features/impact/model/value-range.ts";
import { classNames } from "../../ui/class-names.ts";

type Props = { quantity: Quantity; belief: Belief; currency: string; onChange: (belief: Belief) => void };

const ENDS = ["low", "likely", "high"] as const;

/** One quantity with its three numbers; what is wrong with them stands below. */
export function BeliefRow({ quantity, belief, currency, onChange }: Props) {
  const id = useId();
  const fault = beliefFault(quantity, belief);
  return (
    <fieldset className="grid gap-x-4 gap-y-1 border-line border-t py-3 md:grid-cols-[1fr_auto]">
      <legend className="sr-only">{quantity.label}</legend>
      <div className="min-w-0">
        <p id={`${id}-label`} className="font-medium text-[14px]">
          {quantity.label} <span className="font-normal text-ink-3">{unitOf(quantity, currency)}</span>
        </p>
        <p id={`${id}-help`} className="max-w-[46ch] text-[13px] text-ink-3">
          {quantity.help}
        </p>
      </div>
      <div className="flex gap-2">
        {ENDS.map((end) => (
          <div key={end} className="min-w-0 flex-1 md:w-[104px] md:flex-none">
            <label htmlFor={`${id}-${end}`} className="text-[12.5px] text-ink-3">
              {end}
            </label>
            <NumberField
              id={`${id}-${end}`}
              value={belief[end]}
              scale={quantity.unit === "share" ? 100 : 1}
              wrong={fault !== undefined}
              described={`${id}-label ${id}-help ${fault ? `${id}-fault` : ""}`}
              onChange={(value) => onChange({ ...belief, [end]: value })}
            />
          </div>
        ))}
      </div>
      {fault && (
        <p id={`${id}-fault`} role="alert" className="text-[13px] text-fail md:col-span-2 md:text-right">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

type FieldProps = {
  id: string;
  value: number;
  scale: number;
  wrong: boolean;
  described: string;
  onChange: (value: number) => void;
};

/** What is typed stays as typed ("1,000", "2."), the number behind it follows. */
function NumberField({ id, value, scale, wrong, described, onChange }: FieldProps) {
  const shown = Number.isFinite(value)
    ? Number((value * scale).toPrecision(12)).toLocaleString("en-US", { maximumFractionDigits: 12 })
    : "";
  const [typed, setTyped] = useState<string>();
  return (
    <input
      id={id}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? shown}
      aria-invalid={wrong}
      aria-describedby={described}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(numberIn(target.value) / scale);
      }}
      onBlur={() => Number.isFinite(value) && setTyped(undefined)}
      className={classNames(
        "num block h-9 w-full rounded-md border bg-sheet px-2 text-right text-[14px] text-ink",
        wrong ? "border-fail" : "border-control",
      )}
    />
  );
}

function numberIn(typed: string): number {
  const plain = typed.replaceAll(/[\s,_]/g, "").replace("−", "-");
  return plain === "" ? Number.NaN : Number(plain);
}

function unitOf({ unit }: Quantity, currency: string): string {
  switch (unit) {
    case "share":
      return "in %";
    case "money":
      return `in ${currency}`;
    case "ms":
    case "minutes":
    case "hours":
    case "days":
    case "tokens":
      return `in ${unit}`;
    case "count":
    case "units":
      return "";
  }
}
