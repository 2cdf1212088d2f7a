import { Dialog } from "radix-ui";
import { Kbd } from "../ui/kbd.tsx";
import { LISTED, OverPage } from "../ui/over-page.tsx";
import { SearchList } from "../ui/search-list.tsx";
import { type PaletteEntry, searchEntries } from "./palette-entries.ts";

const hint = "Find a page, a problem or an action";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; entries: readonly PaletteEntry[] };

/** Every page, case, problem and action by name: a combobox over a list, in a dialog. */
export function Palette({ open, onOpenChange, entries }: Props) {
  return (
    <OverPage open={open} onOpenChange={onOpenChange} className={LISTED}>
      <Dialog.Title className="sr-only">{hint}</Dialog.Title>
      <PaletteBody entries={entries} onDone={() => onOpenChange(false)} />
    </OverPage>
  );
}

function PaletteBody({ entries, onDone }: { entries: readonly PaletteEntry[]; onDone: () => void }) {
  return (
    <SearchList
      label={hint}
      hint={hint}
      entries={entries}
      search={searchEntries}
      keyOf={({ id }) => id}
      onChoose={({ run }) => {
        onDone();
        // after the dialog has given focus back, so that the action may move it
        setTimeout(run, 0);
      }}
      nothing="Nothing by that name. Try fewer or other words."
      rowClass="flex"
    >
      {({ label, detail, keys }) => (
        <>
          <span>{label}</span>
          {detail && <span className="caption truncate">{detail}</span>}
          {keys && (
            <span className="ml-auto">
              <Kbd keys={keys} />
            </span>
          )}
        </>
      )}
    </SearchList>
  );
}
