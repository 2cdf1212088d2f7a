import type { DesignFault } from "../../../../src/features/design/model/design.ts";
import { counted } from "../../../../src/lib/text.ts";
import { classNames } from "../../../ui/class-names.ts";
import type { Pane } from "./use-moves.ts";

type Props = { shown: Pane; faults: readonly DesignFault[]; onShow: (pane: Pane) => void };

const NAMES: Record<Pane, string> = { text: "Text", canvas: "Canvas" };

/** Text or canvas, where there is room for one of them. */
export function PaneTabs({ shown, faults, onShow }: Props) {
  return (
    <fieldset data-tabs>
      <legend className="sr-only">What to show</legend>
      {(["text", "canvas"] as const).map((pane) => (
        <button
          key={pane}
          type="button"
          aria-pressed={pane === shown}
          onClick={() => onShow(pane)}
          className={classNames(
            "num -mb-px h-[41px] flex-1 border-b-2 px-2 text-[14px] -outline-offset-4",
            pane === shown ? "border-accent font-medium text-ink" : "border-transparent text-ink-2",
          )}
        >
          {NAMES[pane]}
          {pane === "text" && <FaultCount faults={faults} />}
        </button>
      ))}
    </fieldset>
  );
}

function FaultCount({ faults }: { faults: readonly DesignFault[] }) {
  const errors = faults.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return <span className="ml-1.5 text-fail">{counted(errors, "error")}</span>;
  return faults.length > 0 && <span className="ml-1.5 text-part">{counted(faults.length, "warning")}</span>;
}
