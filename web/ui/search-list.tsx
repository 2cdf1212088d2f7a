import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { classNames } from "./class-names.ts";

type Props<Entry> = {
  /** What is looked for, for those who do not see the field. */
  label: string;
  hint: string;
  entries: readonly Entry[];
  /** Those that a typed text finds, best first; all of them for none. */
  search: (entries: readonly Entry[], typed: string) => readonly Entry[];
  keyOf: (entry: Entry) => string;
  onChoose: (entry: Entry) => void;
  /** What is said where nothing is found. */
  nothing: string;
  /** How the parts of an entry stand beside each other. */
  rowClass: string;
  children: (entry: Entry, chosen: boolean) => ReactNode;
};

/** The inside of a dialog in which one types to find: a combobox over a list, the arrows move, Enter chooses. */
export function SearchList<Entry extends { group: string }>(props: Props<Entry>) {
  const { label, hint, entries, search, keyOf, onChoose, nothing, rowClass, children } = props;
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const shown = useMemo(() => search(entries, typed), [search, entries, typed]);
  const marked = shown[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter") marked && onChoose(marked);
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
        aria-activedescendant={marked ? `${listId}-${at}` : undefined}
        aria-label={label}
        placeholder={hint}
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
          <Option
            key={keyOf(entry)}
            id={`${listId}-${index}`}
            chosen={index === at}
            heading={typed.trim() === "" && shown[index - 1]?.group !== entry.group && entry.group}
            className={rowClass}
            onPoint={() => setAt(index)}
            onChoose={() => onChoose(entry)}
          >
            {children(entry, index === at)}
          </Option>
        ))}
      </div>
      {shown.length === 0 && <p className="px-4 pb-4 text-[14px] text-ink-2">{nothing}</p>}
    </>
  );
}

type OptionProps = {
  id: string;
  chosen: boolean;
  heading: string | false;
  className: string;
  onPoint: () => void;
  onChoose: () => void;
  children: ReactNode;
};

function Option({ id, chosen, heading, className, onPoint, onChoose, children }: OptionProps) {
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
          "min-h-9 items-center gap-x-3 rounded-md px-2 py-1 text-[14px]",
          className,
          chosen && "bg-accent-wash",
        )}
      >
        {children}
      </div>
    </>
  );
}
