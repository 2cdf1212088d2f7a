import { isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { Annotation } from "@codemirror/state";
import { EditorView, keymap, type ViewUpdate } from "@codemirror/view";
import { type RefObject, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { DesignFault, Place } from "../../../../../src/features/design/model/design.ts";
import { formatDesign } from "../../../../../src/features/design/model/language/format-design.ts";
import { setCurrent, wordAt } from "./current-marks.ts";
import { rangeOf, setFaults } from "./fault-marks.ts";
import { leastChange } from "./least-change.ts";
import { designText } from "./text-setup.ts";

export type DesignText = {
  parent: RefObject<HTMLDivElement | null>;
  /** Puts another text in its place, as one step of the history that canvas and text share. */
  edit: (text: string) => void;
  now: () => string;
  undo: () => void;
  redo: () => void;
  format: () => void;
  canUndo: boolean;
  canRedo: boolean;
  focus: () => void;
  goTo: (place: Place) => void;
};

type Props = {
  text: string;
  faults: readonly DesignFault[];
  /** Id of the chosen component, "" for none. */
  current: string;
  onText: (text: string) => void;
  /** A text to be drawn and checked: at once, but while one types only when the hands rest. */
  onSettled: (text: string) => void;
  /** The word at the cursor, as the user moves it. */
  onWord: (word: string) => void;
};

/** Of a text that the page gave: the page need not hear of it. */
const fromPage = Annotation.define<true>();
const MOST_TOLD = 100;
const REST_MS = 180;

/** The text and its history live in CodeMirror; the page hears of every change and may set another text. */
export function useDesignText({ text, faults, current, onText, onSettled, onWord }: Props): DesignText {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  // what was told to the page and has not come back yet: no news then
  const told = useRef<string[]>([]);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [depth, setDepth] = useState({ canUndo: false, canRedo: false });
  const changed = useEffectEvent(({ state, transactions }: ViewUpdate) => {
    setDepth({ canUndo: undoDepth(state) > 0, canRedo: redoDepth(state) > 0 });
    const next = state.doc.toString();
    clearTimeout(resting.current);
    const typed = transactions.some(
      (transaction) => transaction.isUserEvent("input") || transaction.isUserEvent("delete"),
    );
    if (typed) resting.current = setTimeout(() => onSettled(next), REST_MS);
    else onSettled(next);
    if (transactions.some((transaction) => transaction.annotation(fromPage))) return;
    told.current = [...told.current.slice(-MOST_TOLD), next];
    onText(next);
  });
  const moved = useEffectEvent((made: EditorView) => {
    if (made.hasFocus) onWord(wordAt(made.state.doc.toString(), made.state.selection.main.head));
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once, with the text of that time
  useEffect(() => {
    const made = new EditorView({
      doc: text,
      extensions: [
        // also where Alt makes another letter of it, as on a Mac: CodeMirror goes by the place of the key
        keymap.of([{ key: "Shift-Alt-f", run: format }]),
        designText,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update);
          else if (update.selectionSet) moved(update.view);
        }),
      ],
      ...(parent.current ? { parent: parent.current } : {}),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  const edit = useCallback((next: string) => replace(view.current, next, []), []);
  useEffect(() => {
    const echo = told.current.indexOf(text);
    if (echo >= 0) told.current.splice(0, echo + 1);
    else replace(view.current, text, [fromPage.of(true)]);
  }, [text]);
  useEffect(() => view.current?.dispatch({ effects: setFaults.of(faults) }), [faults]);
  useEffect(() => view.current?.dispatch({ effects: setCurrent.of(current) }), [current]);

  const deeds = useMemo(() => deedsOn(view), []);
  return useMemo(() => ({ parent, edit, ...deeds, ...depth }), [edit, deeds, depth]);
}

function replace(view: EditorView | null, next: string, more: readonly Annotation<true>[]): void {
  if (!view) return;
  const before = view.state.doc.toString();
  if (before === next) return;
  view.dispatch({ changes: leastChange(before, next), annotations: [isolateHistory.of("full"), ...more] });
}

function format(view: EditorView): boolean {
  replace(view, formatDesign(view.state.doc.toString()), []);
  return true;
}

function deedsOn(view: RefObject<EditorView | null>) {
  return {
    now: () => view.current?.state.doc.toString() ?? "",
    undo: () => void (view.current && undo(view.current)),
    redo: () => void (view.current && redo(view.current)),
    format: () => void (view.current && format(view.current)),
    focus: () => view.current?.focus(),
    goTo(place: Place) {
      const { current } = view;
      if (!current) return;
      const { from } = rangeOf(current.state.doc, place);
      current.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      current.focus();
    },
  };
}
