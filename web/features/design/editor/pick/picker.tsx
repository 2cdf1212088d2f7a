import { Dialog } from "radix-ui";
import { classNames } from "../../../../ui/class-names.ts";
import { LISTED, OverPage } from "../../../../ui/over-page.tsx";
import { SearchList } from "../../../../ui/search-list.tsx";
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
    <OverPage onOpenChange={(open) => !open && onClose()} className={LISTED}>
      <Dialog.Title className="px-4 pt-3 text-sm font-medium text-ink-2">{title}</Dialog.Title>
      {entries.length > 0 ? (
        <PickerBody title={title} entries={entries} onPick={pick} />
      ) : (
        <p className="px-4 pt-1 pb-4 text-[14px]">{empty}</p>
      )}
    </OverPage>
  );
}

type BodyProps<Value> = Pick<Props<Value>, "title" | "entries" | "onPick">;

function PickerBody<Value>({ title, entries, onPick }: BodyProps<Value>) {
  return (
    <SearchList
      label={title}
      hint="Type to find"
      entries={entries}
      search={findEntries}
      keyOf={({ group, label }) => `${group} ${label}`}
      onChoose={({ value }) => onPick(value)}
      nothing="Nothing by that name."
      rowClass="grid grid-cols-[14px_minmax(0,auto)] sm:grid-cols-[14px_minmax(136px,auto)_minmax(0,1fr)]"
    >
      {({ spec, label, detail }, chosen) => (
        <>
          <Glyph spec={spec} />
          <span className="truncate">{label}</span>
          <span className={classNames("caption col-start-2 sm:col-start-3", !chosen && "truncate")}>{detail}</span>
        </>
      )}
    </SearchList>
  );
}
