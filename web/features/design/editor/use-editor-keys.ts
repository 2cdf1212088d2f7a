import { useLayoutEffect, useMemo, useRef } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import type { EditorState } from "./use-editor.ts";

/** The canvas handles these itself: here they only stand in the list of keys, so none is written as a key that matches. */
const ON_CANVAS: readonly PageAction[] = [
  { id: "editor.move", label: "To the component beside it", keys: "← ↑ ↓ →" },
  { id: "editor.step", label: "Through all components", keys: "Tab, Shift Tab" },
  { id: "editor.open", label: "Its parameters and arrows", keys: "Enter ↵" },
].map((action) => ({ ...action, group: "On the canvas", keysOnly: true, run: () => {} }));

/** Every action of the editor, by key and by name. */
export function useEditorKeys(editor: EditorState): void {
  // the actions stay the same while what they act on changes
  const latest = useRef(editor);
  useLayoutEffect(() => {
    latest.current = editor;
  });
  const { overlay, here, keysHold } = editor;
  const actions = useMemo<readonly PageAction[]>(() => {
    if (overlay || !keysHold) return [];
    const at = () => latest.current;
    const [group, text] = ["Design", "Text"];
    const always: PageAction[] = [
      { id: "editor.run", label: "Run the design", keys: "Mod-Enter", group, run: () => at().run() },
      { id: "editor.add", label: "Add a component", keys: "a", group, run: () => at().open("add") },
      { id: "editor.connect", label: "Connect it to…", keys: "c", group, run: () => at().open("connect") },
      { id: "editor.disconnect", label: "Take an arrow away", keys: "x", group, run: () => at().open("disconnect") },
      { id: "editor.rename", label: "Rename it", keys: "r", group, run: () => at().open("rename") },
      { id: "editor.remove", label: "Remove it", keys: "Delete", group, run: () => at().deeds.remove() },
      { id: "editor.inspect", label: "Open or close its parameters", keys: "Mod-i", group, run: () => at().inspect() },
      {
        id: "editor.format",
        label: "Format the text",
        keys: "Shift-Alt-f",
        group: text,
        run: () => at().deeds.format(),
      },
      { id: "editor.fault", label: "To the next fault", keys: "Alt-n", group: text, run: () => at().toNextFault() },
      { id: "editor.to-text", label: "To the text", keys: "Alt-x", group: text, run: () => at().focus("text") },
      { id: "editor.to-canvas", label: "To the canvas", keys: "Alt-c", group: text, run: () => at().focus("canvas") },
    ];
    const whereMeant: PageAction[] = [
      { id: "editor.undo", label: "Undo", keys: "Mod-z", group, run: () => at().document.undo() },
      { id: "editor.redo", label: "Redo", keys: "Mod-Shift-z", group, run: () => at().document.redo() },
    ];
    return [...always, ...(here ? whereMeant : []), ...ON_CANVAS];
  }, [overlay, here, keysHold]);
  useActions(actions);
}
