import { type Extension, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, hoverTooltip } from "@codemirror/view";
import type { DesignFault, Place } from "../../../../../src/features/design/model/design.ts";

/** Marks these faults and no others. */
export const setFaults = StateEffect.define<readonly DesignFault[]>();

type Marked = { from: number; to: number; fault: DesignFault };

/** A place as offsets into the text; at least one character wide, and inside of it. */
export function rangeOf(doc: Text, { line, column, endColumn }: Place): { from: number; to: number } {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  const from = Math.min(at.from + Math.max(0, column - 1), at.to);
  const to = Math.min(Math.max(at.from + endColumn - 1, from + 1), at.to);
  return to > from ? { from, to } : { from: Math.max(at.from, from - 1), to: from };
}

const mark = (fault: DesignFault) => Decoration.mark({ class: `cm-fault cm-fault-${fault.severity}`, fault });

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    let next = before.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setFaults)) continue;
      const { doc } = transaction.state;
      const ranges = effect.value
        .map((fault) => ({ ...rangeOf(doc, fault.at), fault }))
        .filter(({ from, to }) => to > from)
        .map(({ from, to, fault }) => mark(fault).range(from, to));
      next = Decoration.set(ranges, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function faultsAt(view: EditorView, position: number): Marked[] {
  const found: Marked[] = [];
  view.state.field(marks).between(position, position, (from, to, decoration) => {
    found.push({ from, to, fault: decoration.spec.fault as DesignFault });
  });
  return found;
}

const explained = hoverTooltip((view, position) => {
  const found = faultsAt(view, position);
  const [first] = found;
  if (!first) return null;
  return { pos: first.from, end: first.to, above: false, create: () => ({ dom: explanation(found) }) };
});

function explanation(found: readonly Marked[]): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-fault-said";
  for (const { fault } of found) {
    const said = document.createElement("p");
    said.textContent = fault.message;
    const mend = document.createElement("p");
    mend.className = "cm-fault-mend";
    mend.textContent = fault.mend;
    dom.append(said, mend);
  }
  return dom;
}

/** Faults underlined at their places, told of under the pointer; the list below the text says the same. */
export const faultMarks: Extension = [marks, explained];
