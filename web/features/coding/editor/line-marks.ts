import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

export type LineMark = { line: number; tone: "fail" | "note" };

/** Marks these lines and no others. */
export const setLineMarks = StateEffect.define<readonly LineMark[]>();

const decorations = {
  fail: Decoration.line({ class: "cm-fail-line" }),
  note: Decoration.line({ class: "cm-note-line" }),
};

/** Lines that the last result speaks of. They move with the text and go once their own line is edited. */
export const lineMarks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    transaction.changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
      const { doc } = transaction.state;
      const [first, last] = [doc.lineAt(fromB).from, doc.lineAt(toB).to];
      next = next.update({ filterFrom: first, filterTo: last, filter: () => false });
    });
    for (const effect of transaction.effects) {
      if (!effect.is(setLineMarks)) continue;
      const { doc } = transaction.state;
      const ranges = effect.value
        .filter(({ line }) => line >= 1 && line <= doc.lines)
        .map(({ line, tone }) => decorations[tone].range(doc.line(line).from));
      next = Decoration.set(ranges, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
