import { type Extension, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** Marks where this component is mentioned; "" marks nothing. */
export const setCurrent = StateEffect.define<string>();

const mark = Decoration.mark({ class: "cm-current-node" });

type Marks = { id: string; set: DecorationSet };

/** The component that is chosen on the canvas, wherever the text mentions it. */
export const currentMarks: Extension = StateField.define<Marks>({
  create: () => ({ id: "", set: Decoration.none }),
  update(before, transaction) {
    let { id } = before;
    for (const effect of transaction.effects) if (effect.is(setCurrent)) id = effect.value;
    if (id === before.id && !transaction.docChanged) return before;
    return { id, set: id === "" ? Decoration.none : mentionsIn(transaction.state.doc, id) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ set }) => set),
});

function mentionsIn(doc: Text, id: string): DecorationSet {
  const ranges = mentionsOf(doc.toString(), id).map((from) => mark.range(from, from + id.length));
  return Decoration.set(ranges);
}

/** Where a text mentions an id, as offsets; not in comments. */
export function mentionsOf(text: string, id: string): number[] {
  const words = /#[^\n]*|[\p{L}_](?:[\p{L}\p{N}_]|-(?!>))*/gu;
  return [...text.matchAll(words)].filter(([word]) => word === id).map(({ index }) => index);
}

/** The word at a place, if it could be an id. */
export function wordAt(text: string, position: number): string {
  const head = /[\p{L}\p{N}_-]*$/u.exec(text.slice(0, position))?.[0] ?? "";
  const tail = /^(?:[\p{L}\p{N}_]|-(?!>))*/u.exec(text.slice(position))?.[0] ?? "";
  return head + tail;
}
