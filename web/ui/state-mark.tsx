import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Tone = "pass" | "part" | "fail" | "idle";

/** A sign of its own for each tone: colour is never the only carrier. */
const signs: Record<Tone, string> = { pass: "✓", part: "◐", fail: "✕", idle: "○" };
const colours: Record<Tone, string> = { pass: "text-pass", part: "text-part", fail: "text-fail", idle: "text-ink-3" };

/** The sign alone, with its meaning in words for those who do not see it. */
export function Sign({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={classNames("inline-block w-4 text-center font-medium", colours[tone])}
    >
      {signs[tone]}
    </span>
  );
}

/** The sign with the words beside it. */
export function StateMark({ tone, children, className }: { tone: Tone; children: ReactNode; className?: string }) {
  return (
    <span className={classNames("inline-flex items-baseline gap-1.5 font-medium", colours[tone], className)}>
      <span aria-hidden="true">{signs[tone]}</span>
      <span>{children}</span>
    </span>
  );
}
