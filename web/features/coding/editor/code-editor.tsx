import { Compartment, Prec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import { pythonEditor } from "./editor-setup.ts";
import { type LineMark, setLineMarks } from "./line-marks.ts";

export type EditorHandle = {
  focus: () => void;
  /** Puts the cursor at the start of a line, in the middle of the view. */
  goToLine: (line: number) => void;
  /** Replaces the whole text, as one step that undo takes back. */
  replace: (code: string) => void;
};

type Props = {
  ref: Ref<EditorHandle>;
  /** The text to begin with; afterwards the editor owns it. */
  initialCode: string;
  keys: "plain" | "vim";
  marks: readonly LineMark[];
  onChange: (code: string) => void;
  onSave: () => void;
};

export function CodeEditor({ ref, initialCode, keys, marks, onChange, onSave }: Props) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const vimKeys = useRef(new Compartment());
  const changed = useEffectEvent(onChange);
  const saved = useEffectEvent(onSave);

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; the page gives each problem a new editor by key
  useEffect(() => {
    const made = new EditorView({
      doc: initialCode,
      extensions: [
        Prec.highest(vimKeys.current.of([])),
        pythonEditor,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
      ...(parent.current ? { parent: parent.current } : {}),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    let gone = false;
    const wear = async () => {
      const mode = keys === "vim" ? (await import("./vim-mode.ts")).vimMode(() => saved()) : [];
      if (!gone) view.current?.dispatch({ effects: vimKeys.current.reconfigure(mode) });
    };
    void wear();
    return () => {
      gone = true;
    };
  }, [keys]);

  useEffect(() => view.current?.dispatch({ effects: setLineMarks.of(marks) }), [marks]);

  useImperativeHandle(ref, () => handleOf(view), []);

  return <div ref={parent} className="h-full min-h-0 overflow-hidden" />;
}

function handleOf(view: { current: EditorView | null }): EditorHandle {
  return {
    focus: () => view.current?.focus(),
    goToLine(line) {
      const { current } = view;
      if (!current) return;
      const at = current.state.doc.line(Math.min(Math.max(1, line), current.state.doc.lines));
      const indent = at.text.length - at.text.trimStart().length;
      current.dispatch({
        selection: { anchor: at.from + indent },
        effects: EditorView.scrollIntoView(at.from, { y: "center" }),
      });
      current.focus();
    },
    replace(code) {
      const { current } = view;
      current?.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: code }, selection: { anchor: 0 } });
    },
  };
}
