import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** Preformatted text that scrolls by itself; the keyboard can reach it to do so. */
export function CodeBox({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
      tabIndex={0}
      className={classNames("overflow-auto rounded-md border border-line bg-sunk p-3 leading-[1.6]", className)}
    >
      {children}
    </pre>
  );
}
