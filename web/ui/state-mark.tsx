import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Tone = "pass" | "part" | "fail" | "idle";

/** A sign of its own for each tone: colour is never the only carrier. Drawn, because not every font has these glyphs. */
const signs: Record<Tone, ReactNode> = {
  pass: <path d="m2.5 7.5 3 3 6-7" />,
  part: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M7 2.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
    </>
  ),
  fail: <path d="m3 3 8 8M11 3l-8 8" />,
  idle: <circle cx="7" cy="7" r="4.5" />,
};

function Drawn({ tone }: { tone: Tone }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="inline-block size-3.5 shrink-0"
    >
      {signs[tone]}
    </svg>
  );
}

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
      <Drawn tone={tone} />
    </span>
  );
}

/** The sign with the words beside it. */
export function StateMark({ tone, children, className }: { tone: Tone; children: ReactNode; className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-1.5 font-medium", colours[tone], className)}>
      <Drawn tone={tone} />
      <span>{children}</span>
    </span>
  );
}
