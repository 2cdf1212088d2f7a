import type { ReactNode } from "react";

/** What this phase is for, in one sentence. */
export function PhaseHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="mb-4">
      <h2 tabIndex={-1} data-phase-head className="mb-1 text-xl outline-none">
        {title}
      </h2>
      <p className="max-w-[68ch] text-ink-2">{children}</p>
    </header>
  );
}
