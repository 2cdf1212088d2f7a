import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { classNames } from "../../../../ui/class-names.ts";
import { Glyph } from "../canvas/glyph.tsx";
import { findEntries, type PickEntry } from "./choices.ts";

type Props<Value> = {
  title: string;
  /** What stands there when there is nothing to choose from. */
  empty: string;
  entries: readonly PickEntry<Value>[];
  onPick: (value: Value) => void;
  onClose: () => void;
};

/** A searchable list over the page: type to find, arrows to move, Enter to choose, Escape to leave. */
export function Picker<Value>({ title, empty, entries, onPick, onClose }: Props<Value>) {
  const pick = (value: Value) => {
    onClose();
    // after the dialog has given the focus back, so that what was chosen may take it
    setTimeout(() => onPick(value), 0);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[var(--veil)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[10dvh] z-50 mx-auto flex max-h-[72dvh] max-w-[600px] flex-col overflow-hidden rounded-lg border border-line bg-sheet shadow-[var(--shadow)] outline-none"
        >
          <Dialog.Title className="px-4 pt-3 text-sm font-medium text-ink-2">{title}</Dialog.Title>
          {entries.length > 0 ? (
            <PickerBody title={title} entries={entries} onPick={pick} />
          ) : (
            <p className="px-4 pt-1 pb-4 text-[14px]">{empty}</p>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type BodyProps<Value> = Pick<Props<Value>, "title" | "entries" | "onPick">;

function PickerBody<Value>({ title, entries, onPick }: BodyProps<Value>) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const shown = useMemo(() => findEntries(entries, typed), [entries, typed]);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key];
    const marked = shown[at];
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter" && marked) onPick(marked.value);
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
        aria-label={title}
        placeholder="Type to find"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="h-11 shrink-0 border-b border-line bg-transparent px-4 text-[16px] outline-none placeholder:text-ink-3"
      />
      <div id={listId} role="listbox" aria-label={title} className="pane-scroll p-2">
        {shown.map((entry, index) => (
          <PickerOption
            key={`${entry.group} ${entry.label}`}
            id={`${listId}-${index}`}
            entry={entry}
            chosen={index === at}
            heading={typed.trim() === "" && shown[index - 1]?.group !== entry.group ? entry.group : undefined}
            onPoint={() => setAt(index)}
            onPick={() => onPick(entry.value)}
          />
        ))}
      </div>
      {shown.length === 0 && <p className="px-4 pb-4 text-[14px] text-ink-2">Nothing by that name.</p>}
    </>
  );
}

type OptionProps<Value> = {
  id: string;
  entry: PickEntry<Value>;
  chosen: boolean;
  heading: string | undefined;
  onPoint: () => void;
  onPick: () => void;
};

function PickerOption<Value>({ id, entry, chosen, heading, onPoint, onPick }: OptionProps<Value>) {
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
        onClick={onPick}
        className={classNames(
          "grid min-h-9 grid-cols-[14px_minmax(0,auto)] items-center gap-x-3 rounded-md px-2 py-1 text-[14px] sm:grid-cols-[14px_minmax(136px,auto)_minmax(0,1fr)]",
          chosen && "bg-accent-wash",
        )}
      >
        <Glyph spec={entry.spec} />
        <span className="truncate">{entry.label}</span>
        <span className={classNames("caption col-start-2 sm:col-start-3", !chosen && "truncate")}>{entry.detail}</span>
      </div>
    </>
  );
}
