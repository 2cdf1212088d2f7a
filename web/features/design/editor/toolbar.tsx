import type { ReactNode } from "react";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icons.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { displayKeys } from "../../../ui/keys.ts";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import { ExportMenu } from "./export/export-menu.tsx";
import type { Exports } from "./export/use-export.ts";
import type { EditorState } from "./use-editor.ts";

const UNDO = "M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8M4 7.5 7.5 4M4 7.5 7.5 11";
const REDO = "M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12M16 7.5 12.5 4M16 7.5 12.5 11";

/** What can be done to the design as a whole. */
export function Toolbar({ editor, exports }: { editor: EditorState; exports: Exports }) {
  const { document, deeds, note, open } = editor;
  return (
    <div data-bar role="toolbar" aria-label="Design">
      <Button onClick={() => open("add")}>
        Add <Kbd keys="a" />
      </Button>
      <IconButton name="Undo" keys="Mod-z" disabled={!document.canUndo} onClick={document.undo}>
        <path d={UNDO} />
      </IconButton>
      <IconButton name="Redo" keys="Mod-Shift-z" disabled={!document.canRedo} onClick={document.redo}>
        <path d={REDO} />
      </IconButton>
      <Button look="quiet" onClick={deeds.format} title={`Format the text (${displayKeys("Shift-Alt-f")})`}>
        Format
      </Button>
      <ExportMenu exports={exports} />
      <p className="caption min-w-0 flex-1 truncate text-right max-sm:invisible">
        <TextWithCode text={note} />
      </p>
    </div>
  );
}

type IconProps = { name: string; keys: string; disabled: boolean; onClick: () => void; children: ReactNode };

function IconButton({ name, keys, disabled, onClick, children }: IconProps) {
  return (
    <Button
      look="quiet"
      aria-label={name}
      title={`${name} (${displayKeys(keys)})`}
      disabled={disabled}
      onClick={onClick}
      className="disabled:opacity-40"
    >
      <Icon>{children}</Icon>
    </Button>
  );
}
