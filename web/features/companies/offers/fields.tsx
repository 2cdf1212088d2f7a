import { type ReactNode, useId } from "react";
import { NumberField } from "../../../ui/number-field.tsx";

type Labelled = { label: string; hint?: string | undefined };
type FigureProps = Labelled & { value: number; unit?: "percent"; onChange: (value: number) => void };

/** A figure with its label; a share is typed in percent. */
export function Figure({ label, hint, value, unit, onChange }: FigureProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-[13px] text-ink-2">
        {label}
        {unit === "percent" && " (%)"}
      </label>
      <NumberField
        id={id}
        value={value}
        scale={unit === "percent" ? 100 : 1}
        wrong={!Number.isFinite(value)}
        described={hint ? `${id}-hint` : undefined}
        onChange={onChange}
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-[12.5px] text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}

type Ends = { low: number; likely: number; high: number };
type EndsProps = { legend: string; value: Ends; onChange: (value: Ends) => void };

/** Low, likely and high of a share, in percent. */
export function EndsField({ legend, value, onChange }: EndsProps) {
  return (
    <fieldset className="min-w-0 sm:col-span-2">
      <legend className="mb-1 text-[13px] text-ink-2">{legend}</legend>
      <div className="grid grid-cols-3 gap-2">
        {(["low", "likely", "high"] as const).map((end) => (
          <Figure
            key={end}
            label={end}
            unit="percent"
            value={value[end]}
            onChange={(typed) => onChange({ ...value, [end]: typed })}
          />
        ))}
      </div>
    </fieldset>
  );
}

type TextProps = Labelled & { value: string; most: number; onChange: (value: string) => void };

export function TextLine({ label, value, most, onChange }: TextProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-[13px] text-ink-2">
        {label}
      </label>
      <input
        id={id}
        value={value}
        maxLength={most}
        onChange={({ target }) => onChange(target.value)}
        className="h-9 w-full rounded-md border border-control bg-sheet px-2 text-[14px]"
      />
    </div>
  );
}

/** A part of the form with its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-line border-t pt-3">
      <legend className="sr-only">{title}</legend>
      <p aria-hidden="true" className="mb-2 font-medium text-[14px]">
        {title}
      </p>
      <div className="grid gap-3 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
