import { useEffect, useRef } from "react";
import { paragraphsOf } from "../../../ui/paragraphs.ts";
import { clockTime } from "../../../ui/stopwatch.ts";
import type { Turn } from "../types.ts";
import { deedSaid, whoSaid } from "../wording.ts";

/** What was said in this round, the last at its end and in sight. */
export function Transcript({ turns }: { turns: readonly Turn[] }) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each turn
  useEffect(() => {
    const pane = list.current;
    if (pane) pane.scrollTop = pane.scrollHeight;
  }, [turns.length]);
  return (
    <section aria-label="What was said" className="min-w-0">
      <h2 className="mb-2 text-sm font-medium text-ink-2">So far</h2>
      <ol
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
        tabIndex={0}
        aria-label="Turns of this round"
        className="sheet pane-scroll max-h-[46dvh] px-4 lg:max-h-[72dvh]"
      >
        {turns.map((turn) => (
          <li key={turn.seq} className="grid gap-x-3 border-line border-t py-2.5 text-[14px] first:border-t-0">
            <p className="caption num flex gap-2">
              <span className={turn.who === "candidate" ? "font-medium text-accent" : "font-medium"}>
                {whoSaid(turn)}
              </span>
              {clockTime(turn.atMs / 1000)}
            </p>
            <p className="max-w-[68ch] whitespace-pre-line break-words text-ink-2">
              {paragraphsOf(turn.text) || <i>{deedSaid(turn)}</i>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
