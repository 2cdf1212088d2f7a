import { arrowEntries, componentEntries, targetEntries } from "./pick/choices.ts";
import { Picker } from "./pick/picker.tsx";
import { RenameDialog } from "./pick/rename-dialog.tsx";
import { tryRename } from "./try-edit.ts";
import type { EditorState } from "./use-editor.ts";

/** The list or question that lies over the page, if one does. */
export function Overlays({ editor }: { editor: EditorState }) {
  const { overlay, closeOverlay, deeds, node, read, document } = editor;
  const { design } = read;
  if (overlay === "add")
    return (
      <Picker title="Add a component" empty="" entries={componentEntries} onPick={deeds.add} onClose={closeOverlay} />
    );
  if (!node) return null;
  switch (overlay) {
    case "connect":
      return (
        <Picker
          title={`Connect ${node.id} to…`}
          empty={`Nothing here can follow ${node.id}, or all that can does already. Add a component first.`}
          entries={targetEntries(design, node)}
          onPick={(to) => deeds.connect(node.id, to)}
          onClose={closeOverlay}
        />
      );
    case "disconnect":
      return (
        <Picker
          title={`Take away an arrow of ${node.id}`}
          empty={`${node.id} has no arrow.`}
          entries={arrowEntries(design, node.id)}
          onPick={deeds.disconnect}
          onClose={closeOverlay}
        />
      );
    case "rename":
      return (
        <RenameDialog
          id={node.id}
          attempt={(to) => tryRename(document.now(), node.id, to)}
          onRename={(to) => deeds.rename(node.id, to)}
          onClose={closeOverlay}
        />
      );
    default:
      return null;
  }
}
