import type { SaveState } from "../../../api/draft-keeper.ts";
import { Button } from "../../../ui/button.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { SaveNote } from "../../../ui/save-note.tsx";

type Props = {
  saveState: SaveState;
  phase: "ready" | "running" | "cancelling";
  /** Why nothing can be run here, if so. */
  blocked: string | undefined;
  onRun: () => void;
  onSubmit: () => void;
  onCancel: () => void;
};

/** Under the code: where the draft stands, and the two ways to try it. */
export function ActionBar({ saveState, phase, blocked, onRun, onSubmit, onCancel }: Props) {
  const busy = phase !== "ready";
  return (
    <div data-bar className="flex flex-wrap items-center gap-2 border-t border-line bg-sheet px-3 py-2 md:px-4">
      <div className="flex min-w-0 items-center max-sm:w-full max-sm:empty:hidden sm:flex-1 sm:basis-0">
        {blocked ? <span className="text-[12.5px] text-part">{blocked}</span> : <SaveNote state={saveState} />}
      </div>
      {busy ? (
        <Button className="max-sm:flex-1" onClick={onCancel} disabled={phase === "cancelling"}>
          {phase === "cancelling" ? "Cancelling" : "Cancel"}
        </Button>
      ) : (
        <Button className="max-sm:flex-1" onClick={onRun} disabled={blocked !== undefined}>
          Run <Kbd keys="Mod-Enter" bare />
        </Button>
      )}
      <Button look="primary" className="max-sm:flex-1" onClick={onSubmit} disabled={busy || blocked !== undefined}>
        Submit <Kbd keys="Mod-Shift-Enter" bare />
      </Button>
    </div>
  );
}
