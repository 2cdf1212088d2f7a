import { PaneTabs } from "../../../ui/pane-tabs.tsx";
import { useMedia } from "../../../ui/use-media.ts";

export type Pane = "statement" | "editor" | "results";
/** The panes that stand beside the code where two fit. */
export type Side = Exclude<Pane, "editor">;

type Props = { shown: Pane; side: Side; onShow: (pane: Pane) => void; news: string | undefined };

const names: Record<Pane, string> = { statement: "Statement", editor: "Code", results: "Results" };
const onPhone: readonly Pane[] = ["statement", "editor", "results"];
const besideCode: readonly Pane[] = ["statement", "results"];

/** Chooses what a narrow screen shows; on a wide one everything stands side by side and this goes. */
export function WorkspaceTabs({ shown, side, onShow, news }: Props) {
  const twoFit = useMedia("(min-width: 900px)");
  return (
    <PaneTabs
      panes={twoFit ? besideCode : onPhone}
      names={names}
      shown={twoFit ? side : shown}
      onShow={onShow}
      news={{ results: news && <span className="ml-1.5 text-ink-2">{news}</span> }}
      className="flex min-w-0 border-b border-line bg-paper px-2 lg:hidden"
    />
  );
}
