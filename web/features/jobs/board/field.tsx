import type { InputHTMLAttributes, Ref } from "react";

type Props = InputHTMLAttributes<HTMLInputElement> & { id: string; name: string; ref?: Ref<HTMLInputElement> };

/** One line to type in, under its name. */
export function Field({ id, name, ...rest }: Props) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-[13px] text-ink-2">
        {name}
      </label>
      <input
        id={id}
        autoComplete="off"
        className="h-9 w-full min-w-0 rounded-md border border-control bg-sheet px-3 text-[16px] sm:text-[14px]"
        {...rest}
      />
    </div>
  );
}
