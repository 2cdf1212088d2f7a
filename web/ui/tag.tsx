import type { ReactNode } from "react";

export function Tag({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span
      title={title}
      className="inline-flex items-center rounded-full border border-line px-2 text-xs leading-[18px] whitespace-nowrap text-ink-2"
    >
      {children}
    </span>
  );
}
