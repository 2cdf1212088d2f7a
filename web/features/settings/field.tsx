import { type ReactNode, useId } from "react";

/** How a field of the settings looks. */
export const fieldLook = "h-9 w-full rounded-md border border-control bg-sheet px-3 text-[14px]";

/** A field with its label above it. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm text-ink-2">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
