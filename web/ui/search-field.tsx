import type { KeyboardEvent, Ref } from "react";
import { Kbd } from "./kbd.tsx";

type Props = {
  label: string;
  /** What stands in the field while it is empty. */
  hint: string;
  value: string;
  onChange: (value: string) => void;
  /** From the field into what it found. */
  onEnterList: () => void;
  ref: Ref<HTMLInputElement>;
};

/** Finds in the list below it: the arrow and Enter go on to what was found, Escape leaves the field as it is. */
export function SearchField({ label, hint, value, onChange, onEnterList, ref }: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" || event.key === "Enter") onEnterList();
    else if (event.key === "Escape") event.currentTarget.blur();
    else return;
    // the browser's own Escape would empty the field
    event.preventDefault();
  };
  return (
    <div className="relative col-span-full">
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-9 w-full rounded-md border border-control bg-sheet pr-9 pl-3 text-[16px] placeholder:text-ink-3 sm:text-[14px]"
      />
      <span className="pointer-events-none absolute top-[7px] right-2.5 hidden md:block">
        <Kbd keys="/" />
      </span>
    </div>
  );
}
