import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props<Pane extends string> = {
  panes: readonly Pane[];
  names: Record<Pane, string>;
  shown: Pane;
  onShow: (pane: Pane) => void;
  /** What stands beside a name. */
  news: Partial<Record<Pane, ReactNode>>;
  className?: string;
};

/** Which of several panes is shown, where there is no room for all of them. */
export function PaneTabs<Pane extends string>({ panes, names, shown, onShow, news, className }: Props<Pane>) {
  return (
    <fieldset data-tabs className={className}>
      <legend className="sr-only">What to show</legend>
      {panes.map((pane) => (
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
          {names[pane]}
          {news[pane]}
        </button>
      ))}
    </fieldset>
  );
}
