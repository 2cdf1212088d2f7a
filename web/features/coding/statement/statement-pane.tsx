import { Tabs } from "radix-ui";
import type { ReactNode, Ref } from "react";

export type StatementTab = "problem" | "history" | "explanation";

type Props = {
  /** The panel that is shown: it scrolls, so it is what takes the focus. */
  ref: Ref<HTMLDivElement>;
  tab: StatementTab;
  onTab: (tab: StatementTab) => void;
  panels: Record<StatementTab, ReactNode>;
};

const names: Record<StatementTab, string> = { problem: "Problem", history: "History", explanation: "Explanation" };
const tabs = Object.keys(names) as StatementTab[];

/** The left column: what is asked, what was tried, what it was about. */
export function StatementPane({ ref, tab, onTab, panels }: Props) {
  return (
    <section data-pane="statement" aria-label="Statement" className="flex min-h-0 flex-col">
      <Tabs.Root
        value={tab}
        onValueChange={(value) => onTab(value as StatementTab)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Tabs.List aria-label="Statement, history, explanation" className="pane-head gap-1">
          {tabs.map((value) => (
            <Tabs.Trigger
              key={value}
              value={value}
              className="-mb-px h-10 border-b-2 border-transparent px-2 text-[14px] text-ink-2 -outline-offset-4 hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
            >
              {names[value]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {tabs.map((value) => (
          <Tabs.Content
            key={value}
            value={value}
            {...(value === tab ? { ref } : {})}
            className="pane-scroll min-h-0 flex-1 px-4 pt-4 pb-10 -outline-offset-2 md:px-5"
          >
            {panels[value]}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </section>
  );
}
