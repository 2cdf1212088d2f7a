import type { ReactNode } from "react";

/** Leads out of Holdout: in a tab of its own, and the site is not told where from. */
export function OutsideLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={to} target="_blank" rel="noreferrer" className="break-words text-accent underline underline-offset-2">
      {children}
    </a>
  );
}
