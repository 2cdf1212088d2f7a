import { percent } from "../../ui/figures.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { Section } from "./section.tsx";
import type { Gap } from "./types.ts";
import { GAP_STATES } from "./wording.ts";

const SHOWN = 8;

/** Where the candidate falls short of what weighs, as far as that is known. */
export function GapsSection({ gaps }: { gaps: readonly Gap[] }) {
  return (
    <Section
      title="Your gaps"
      note="Weight times how far you are below ready (70 % expected). Where you tried nothing, nothing is known."
    >
      {gaps.length === 0 ? (
        <p className="sheet px-4 py-3">None: you are ready in everything that it asks for.</p>
      ) : (
        <ol className="sheet divide-y divide-line">
          {gaps.slice(0, SHOWN).map((gap) => (
            <li key={gap.id} className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2">
              <span className="min-w-0 break-words">{gap.title}</span>
              <span className="text-[13px]">
                <StateMark tone={GAP_STATES[gap.state].tone}>{GAP_STATES[gap.state].name}</StateMark>
                {gap.expected !== null && gap.interval !== null && (
                  <span className="num ml-2 text-ink-3">
                    {percent(gap.expected)}, {percent(gap.interval[0])} to {percent(gap.interval[1])}
                    {gap.from === "practice" && ", practised only"}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
