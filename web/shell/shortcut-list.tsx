import { Dialog } from "radix-ui";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { OverPage } from "../ui/over-page.tsx";
import { type PageAction, pageFirst, useAllActions } from "./actions.ts";

/** What the keys of this page do. */
export function ShortcutList({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const withKeys = useAllActions().filter(({ keys }) => keys);
  const groups = Map.groupBy(pageFirst(withKeys), ({ group }) => group);
  return (
    <OverPage
      open={open}
      onOpenChange={onOpenChange}
      className="pane-scroll top-[10dvh] max-h-[80dvh] max-w-[600px] p-6"
    >
      <div className="mb-4 flex items-center justify-between">
        <Dialog.Title className="text-lg">Keys of this page</Dialog.Title>
        <Dialog.Close asChild>
          <Button look="quiet">Close</Button>
        </Dialog.Close>
      </div>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {[...groups].map(([group, actions]) => (
          <ShortcutGroup key={group} name={group} actions={actions} />
        ))}
      </div>
    </OverPage>
  );
}

function ShortcutGroup({ name, actions }: { name: string; actions: readonly PageAction[] }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-ink-2">{name}</h3>
      <dl>
        {actions.map(({ id, label, keys = "" }) => (
          <div key={id} className="flex items-center justify-between gap-4 border-t border-line py-1.5 text-[14px]">
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
