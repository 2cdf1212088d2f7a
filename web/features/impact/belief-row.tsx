import { useId } from "react";
import type { Belief, Quantity } from "../../../src/features/impact/model/calculator.ts";
import { beliefFault } from "../../../src/features/impact/model/value-range.ts";
import { NumberField } from "../../ui/number-field.tsx";

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
