import type { DesignFault } from "../../../../src/features/design/model/design.ts";
import { counted } from "../../../../src/lib/text.ts";
import { PaneTabs } from "../../../ui/pane-tabs.tsx";
import type { Pane } from "./use-moves.ts";

type Props = { shown: Pane; faults: readonly DesignFault[]; onShow: (pane: Pane) => void };

const NAMES: Record<Pane, string> = { text: "Text", canvas: "Canvas" };

const PANES = ["text", "canvas"] as const;

/** Text or canvas, where there is room for one of them. */
export function EditorTabs({ shown, faults, onShow }: Props) {
  return (
    <PaneTabs
      panes={PANES}
      names={NAMES}
      shown={shown}
      onShow={onShow}
      news={{ text: <FaultCount faults={faults} /> }}
    />
  );
}

function FaultCount({ faults }: { faults: readonly DesignFault[] }) {
  const errors = faults.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return <span className="ml-1.5 text-fail">{counted(errors, "error")}</span>;
  return faults.length > 0 && <span className="ml-1.5 text-part">{counted(faults.length, "warning")}</span>;
}
