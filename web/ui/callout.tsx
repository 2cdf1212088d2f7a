import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Tone = "pass" | "part" | "fail" | "accent";

const tones: Record<Tone, string> = {
  pass: "border-pass bg-pass-wash",
  part: "border-part bg-part-wash",
  fail: "border-fail bg-fail-wash",
  accent: "border-accent bg-accent-wash",
};

/** A passage set apart by a coloured edge: the one thing to read. */
export function Callout({ tone, children, className }: { tone: Tone; children: ReactNode; className?: string }) {
  return (
    <div className={classNames("settle rounded-r-md border-l-[3px] px-4 py-3 text-[14px]", tones[tone], className)}>
      {children}
    </div>
  );
}
