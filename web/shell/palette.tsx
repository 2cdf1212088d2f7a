import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { classNames } from "../ui/class-names.ts";
import { Kbd } from "../ui/kbd.tsx";
import { type PaletteEntry, searchEntries } from "./palette-entries.ts";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; entries: readonly PaletteEntry[] };

/** Every page, problem and action by name: a combobox over a list, in a dialog. */
export function Palette({ open, onOpenChange, entries }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[var(--veil)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[10dvh] z-50 mx-auto flex max-h-[72dvh] max-w-[600px] flex-col overflow-hidden rounded-lg border border-line bg-sheet shadow-[var(--shadow)] outline-none"
        >
          <Dialog.Title className="sr-only">Find a page, a problem or an action</Dialog.Title>
          <PaletteBody entries={entries} onDone={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ entries, onDone }: { entries: readonly PaletteEntry[]; onDone: () => void }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const shown = useMemo(() => searchEntries(entries, typed), [entries, typed]);
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onDone();
    // after the dialog has given focus back, so that the action may move it
    setTimeout(entry.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter") choose(shown[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: a dialog moves focus into itself, and this is its one field
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={shown[at] ? `${listId}-${at}` : undefined}
        aria-label="Find a page, a problem or an action"
        placeholder="Find a page, a problem or an action"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="h-12 shrink-0 border-b border-line bg-transparent px-4 text-[16px] outline-none placeholder:text-ink-3"
      />
      <div id={listId} role="listbox" aria-label="Found" className="pane-scroll p-2">
        {shown.map((entry, index) => (
          <PaletteOption
            key={entry.id}
            id={`${listId}-${index}`}
            entry={entry}
            chosen={index === at}
            heading={typed.trim() === "" && shown[index - 1]?.group !== entry.group ? entry.group : undefined}
            onPoint={() => setAt(index)}
            onChoose={() => choose(entry)}
          />
        ))}
      </div>
      {shown.length === 0 && (
        <p className="px-4 pb-4 text-[14px] text-ink-2">Nothing by that name. Try fewer or other words.</p>
      )}
    </>
  );
}

type OptionProps = {
  id: string;
  entry: PaletteEntry;
  chosen: boolean;
  heading: string | undefined;
  onPoint: () => void;
  onChoose: () => void;
};

function PaletteOption({ id, entry, chosen, heading, onPoint, onChoose }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <>
      {heading && (
        <p aria-hidden="true" className="caption px-2 pt-2 pb-1">
          {heading}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above holds the keyboard */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: reached by aria-activedescendant */}
      <div
        ref={element}
        id={id}
        role="option"
        aria-selected={chosen}
        onMouseMove={onPoint}
        onClick={onChoose}
        className={classNames(
          "flex min-h-9 items-center gap-3 rounded-md px-2 py-1 text-[14px]",
          chosen && "bg-accent-wash",
        )}
      >
        <span>{entry.label}</span>
        {entry.detail && <span className="caption truncate">{entry.detail}</span>}
        {entry.keys && (
          <span className="ml-auto">
            <Kbd keys={entry.keys} />
          </span>
        )}
      </div>
    </>
  );
}
