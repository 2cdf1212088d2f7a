import { useId } from "react";
import { classNames } from "./class-names.ts";

export type Choice = { value: string; label: string; count?: number };

type Props = {
  label: string;
  value: string | undefined;
  choices: readonly Choice[];
  onChoose: (value: string | undefined) => void;
};

/** A native list of choices: works with every keyboard, phone and screen reader. Marked while it narrows. */
export function SelectField({ label, value, choices, onChoose }: Props) {
  const id = useId();
  return (
    <div className="relative min-w-0">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        id={id}
        value={value ?? ""}
        onChange={(event) => onChoose(event.target.value || undefined)}
        className={classNames(
          "h-9 w-full appearance-none truncate rounded-md border bg-sheet pr-7 pl-3 text-[14px]",
          value === undefined ? "border-control text-ink-2" : "border-accent bg-accent-wash font-medium text-ink",
        )}
      >
        <option value="">{label}: any</option>
        {choices.map(({ value: choice, label: name, count }) => (
          <option key={choice} value={choice}>
            {count === undefined ? name : `${name} (${count})`}
          </option>
        ))}
      </select>
      <svg
        aria-hidden="true"
        viewBox="0 0 10 6"
        width="10"
        height="6"
        className="pointer-events-none absolute top-[15px] right-2.5 text-ink-3"
      >
        <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
    </div>
  );
}
