import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { pythonView } from "./editor-setup.ts";

type Props = { before: string; after: string; label: string };

// as specific as the library's own, and later
const colours = EditorView.theme({
  ".cm-content": { paddingBottom: "16px" },
  "&.cm-merge-b.cm-editor .cm-changedLine": { backgroundColor: "var(--pass-wash)" },
  "&.cm-merge-b.cm-editor .cm-deletedChunk": { backgroundColor: "var(--fail-wash)" },
  "&.cm-merge-b.cm-editor .cm-changedText": { background: "color-mix(in srgb, var(--pass) 18%, transparent)" },
  "&.cm-merge-b.cm-editor .cm-deletedChunk .cm-deletedText": {
    background: "color-mix(in srgb, var(--fail) 18%, transparent)",
  },
  "&.cm-merge-b.cm-editor .cm-deletedLine, &.cm-merge-b.cm-editor .cm-deletedLine del": { textDecoration: "none" },
  "&.cm-merge-b.cm-editor .cm-changedLineGutter": { background: "var(--pass)" },
  "&.cm-merge-b.cm-editor .cm-deletedLineGutter": { background: "var(--fail)" },
  "&.cm-merge-b.cm-editor .cm-collapsedLines": {
    background: "var(--sheet)",
    color: "var(--ink-2)",
    borderBlock: "1px solid var(--line)",
    fontFamily: "var(--font-sans)",
  },
});

/** Two versions in one column, what went struck in one wash and what came in another; to read only. */
export function CodeDiff({ before, after, label }: Props) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = new EditorView({
      doc: after,
      extensions: [
        pythonView,
        colours,
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ "aria-label": label }),
        unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 3, minSize: 6 } }),
      ],
      ...(parent.current ? { parent: parent.current } : {}),
    });
    return () => view.destroy();
  }, [before, after, label]);
  return <div ref={parent} className="h-full min-h-0 overflow-hidden" />;
}
