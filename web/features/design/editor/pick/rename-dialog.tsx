import { Dialog } from "radix-ui";
import { useState } from "react";
import { Button } from "../../../../ui/button.tsx";
import { OverPage } from "../../../../ui/over-page.tsx";
import type { EditAttempt } from "../try-edit.ts";

type Props = {
  id: string;
  /** What the design would be under another name, or why not. */
  attempt: (to: string) => EditAttempt;
  onRename: (to: string) => void;
  onClose: () => void;
};

/** Another id for a component, everywhere in the text. */
export function RenameDialog({ id, attempt, onRename, onClose }: Props) {
  const [to, setTo] = useState(id);
  const tried = to === id ? undefined : attempt(to);
  const fault = tried?.ok === false ? tried.reason : undefined;
  return (
    <OverPage onOpenChange={(open) => !open && onClose()} className="top-[20dvh] max-w-[420px] p-4">
      <Dialog.Title className="mb-2 text-[15px] font-semibold">Rename {id}</Dialog.Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fault) return;
          onClose();
          if (to !== id) setTimeout(() => onRename(to), 0);
        }}
      >
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog moves focus into itself, and this is its one field
          autoFocus
          aria-label="New name"
          aria-invalid={fault ? true : undefined}
          aria-describedby="rename-fault"
          value={to}
          onChange={(event) => setTo(event.target.value)}
          onFocus={(event) => event.target.select()}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          className="h-9 w-full rounded-md border border-control bg-sheet px-3 font-mono text-[14px]"
        />
        <p id="rename-fault" aria-live="polite" className="mt-1 min-h-5 text-sm text-fail">
          {fault && `${fault.message} ${fault.mend}`}
        </p>
        <div className="mt-2 flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={fault !== undefined}>
            Rename
          </Button>
        </div>
      </form>
    </OverPage>
  );
}
