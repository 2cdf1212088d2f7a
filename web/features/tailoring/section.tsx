import { type ReactNode, useId } from "react";

type Props = { title: string; note?: ReactNode; children: ReactNode };

/** One part of what a posting leads to. */
export function Section({ title, note, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {note && <p className="caption mb-2 max-w-[70ch]">{note}</p>}
      {children}
    </section>
  );
}
