import type { ReactNode } from "react";

type Props = {
  title: string;
  /** The one primary button of the page. */
  action: ReactNode;
  children: ReactNode;
};

/** What to do next and why, on top of a room's list. */
export function NextCard({ title, action, children }: Props) {
  return (
    <section
      aria-label="Next"
      className="sheet mb-6 grid items-center gap-4 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6"
    >
      <div>
        <h2 className="text-lg">{title}</h2>
        {children}
      </div>
      {action}
    </section>
  );
}

/** A link that looks as the button does. */
export const NEXT_LINK =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-md border border-accent bg-accent px-4 text-[14px] font-medium text-accent-ink hover:border-accent-strong hover:bg-accent-strong";
