import { ReactFlowProvider } from "@xyflow/react";
import { type CSSProperties, useState } from "react";
import { CanvasPane } from "./canvas/canvas-pane.tsx";
import { EditorTabs } from "./editor-tabs.tsx";
import { useExport } from "./export/use-export.ts";
import { FaultList } from "./fault-list.tsx";
import { InspectorPane } from "./inspector/inspector-pane.tsx";
import { Overlays } from "./overlays.tsx";
import { Splitter } from "./splitter.tsx";
import { Toolbar } from "./toolbar.tsx";
import { type EditorProps, type EditorState, useEditor } from "./use-editor.ts";
import { useEditorKeys } from "./use-editor-keys.ts";
import "@xyflow/react/dist/base.css";
import "./design-editor.css";

const TEXT_SHARE = 36;

/**
 * A design as text and as drawing, in step: the text is the truth, the drawing shows it, and what is done on the drawing
 * is written into the text. It fills the height that it is given.
 */
export function DesignEditor(props: EditorProps) {
  const editor = useEditor(props);
  const { shown, setShown, faults, read, load, inspecting, choice, focusProps } = editor;
  const [share, setShare] = useState(TEXT_SHARE);
  const exports = useExport({ text: props.text, layout: read.layout, load, say: editor.say });
  useEditorKeys(editor);
  return (
    <div className="design-editor" {...focusProps}>
      <div
        className="design-panes"
        data-shown={shown}
        data-inspecting={(inspecting && choice !== undefined) || undefined}
        style={{ "--text-share": `${share}%` } as CSSProperties}
      >
        <Toolbar editor={editor} exports={exports} />
        <EditorTabs shown={shown} faults={faults} onShow={setShown} />
        <section data-pane="text" aria-label="The design as text" ref={editor.document.parent} />
        <FaultList faults={faults} onGo={editor.goTo} />
        <Splitter share={share} onShare={setShare} />
        <Canvas editor={editor} />
        <Inspector editor={editor} />
      </div>
      <Overlays editor={editor} />
    </div>
  );
}

function Canvas({ editor }: { editor: EditorState }) {
  const { read, faults, load, choice, inspecting, canvas, choose, showChosen, inspect, deeds, open } = editor;
  return (
    <ReactFlowProvider>
      <CanvasPane
        layout={read.layout}
        faults={faults}
        load={load}
        choice={choice}
        inspecting={inspecting}
        root={canvas}
        onChoose={choose}
        onShow={showChosen}
        onInspect={inspect}
        onConnect={deeds.connect}
        onRemove={deeds.remove}
        onAdd={() => open("add")}
        onTurn={read.turn}
      />
    </ReactFlowProvider>
  );
}

function Inspector({ editor }: { editor: EditorState }) {
  const { choice, inspecting, read, text, faults, load, deeds, document, inspector, closeInspector, open } = editor;
  if (!choice || !inspecting) return null;
  return (
    <InspectorPane
      choice={choice}
      design={read.design}
      text={text}
      faults={faults}
      load={load}
      root={inspector}
      onClose={closeInspector}
      deeds={{
        onText: document.edit,
        onRename: () => open("rename"),
        onConnect: () => open("connect"),
        onRemove: deeds.remove,
      }}
    />
  );
}
