import { classNames } from "../../../ui/class-names.ts";
import { useMedia } from "../../../ui/use-media.ts";

export type Pane = "statement" | "editor" | "results";
/** The panes that stand beside the code where two fit. */
export type Side = Exclude<Pane, "editor">;

type Props = { shown: Pane; side: Side; onShow: (pane: Pane) => void; news: string | undefined };

const names: Record<Pane, string> = { statement: "Statement", editor: "Code", results: "Results" };
const onPhone: readonly Pane[] = ["statement", "editor", "results"];
const besideCode: readonly Pane[] = ["statement", "results"];

/** Chooses what a narrow screen shows; on a wide one everything stands side by side and this goes. */
export function PaneTabs({ shown, side, onShow, news }: Props) {
  const twoFit = useMedia("(min-width: 900px)");
  const chosen = twoFit ? side : shown;
  return (
    <fieldset data-tabs className="flex min-w-0 border-b border-line bg-paper px-2 lg:hidden">
      <legend className="sr-only">What to show</legend>
      {(twoFit ? besideCode : onPhone).map((pane) => (
        <button
          key={pane}
          type="button"
          aria-pressed={pane === chosen}
          onClick={() => onShow(pane)}
          className={classNames(
            "num -mb-px h-[41px] flex-1 border-b-2 px-2 text-[14px] -outline-offset-4",
            pane === chosen ? "border-accent font-medium text-ink" : "border-transparent text-ink-2",
          )}
        >
          {names[pane]}
          {pane === "results" && news && <span className="ml-1.5 text-ink-2">{news}</span>}
        </button>
      ))}
    </fieldset>
  );
}
