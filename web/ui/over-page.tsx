import { Dialog } from "radix-ui";
import type { ReactNode } from "react";

type Props = { open?: boolean; onOpenChange: (open: boolean) => void; className: string; children: ReactNode };

/** A dialog over the veiled page; Escape and a press beside it close it, and the focus goes back. */
export const OverPage = ({ open = true, onOpenChange, className, children }: Props) => (
  <Dialog.Root open={open} onOpenChange={onOpenChange}>
    <Dialog.Portal>
      <Dialog.Overlay className="fixed inset-0 z-40 bg-[var(--veil)]" />
      <Dialog.Content
        aria-describedby={undefined}
        className={`fixed inset-x-3 z-50 mx-auto rounded-lg border border-line bg-sheet shadow-[var(--shadow)] outline-none ${className}`}
      >
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
);

/** Of a list to search in. */
export const LISTED = "top-[10dvh] flex max-h-[72dvh] max-w-[600px] flex-col overflow-hidden";
