import { Button } from "../../../ui/button.tsx";
import { CodeEditor } from "../editor/code-editor.tsx";
import { ComparisonView } from "./comparison.tsx";
import type { Workbench } from "./use-workbench.ts";

/** The middle column. A comparison lies over the editor, which keeps its text, its cursor and its undo beneath. */
export function EditorPane({ bench }: { bench: Workbench }) {
  const { draft, vim, trying, panes, view, save } = bench;
  const { comparison } = view;
  return (
    <section data-pane="editor" aria-label="Code" className="flex min-h-0 flex-col">
      {comparison && <ComparisonView comparison={comparison} onClose={view.close} />}
      <div className={comparison ? "hidden" : "flex min-h-0 flex-1 flex-col"}>
        <div className="pane-head justify-between gap-2">
          <span className="font-mono text-sm text-ink-2">solution.py</span>
          <Button
            look="quiet"
            aria-pressed={vim.keys === "vim"}
            onClick={vim.toggle}
            title="Vim keys (Alt V)"
            className="!min-h-8 text-sm"
          >
            Vim {vim.keys === "vim" ? "on" : "off"}
          </Button>
        </div>
        <div className="min-h-0 flex-1">
          <CodeEditor
            ref={panes.editor}
            initialCode={draft.initialCode}
            keys={vim.keys}
            marks={trying.marks}
            onChange={draft.edit}
            onSave={save}
          />
        </div>
      </div>
    </section>
  );
}
