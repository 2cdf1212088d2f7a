import { useState } from "react";
import { TextButton } from "../../ui/button.tsx";
import { percent } from "../../ui/figures.ts";
import { Section } from "./section.tsx";
import type { AskedSkill } from "./types.ts";
import { wordsFor } from "./wording.ts";

const SHOWN_AT_FIRST = 12;
const MOST_WORDS = 4;

/** The skills that a posting asks for, by weight, each with the words that showed it. */
export function AskedSection({ skills }: { skills: readonly AskedSkill[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? skills : skills.slice(0, SHOWN_AT_FIRST);
  const heaviest = skills[0]?.weight ?? 1;
  return (
    <Section
      title="What it asks for"
      note="By weight: how strongly its words ask, blended with what interviews for the role usually weigh."
    >
      <ol className="sheet divide-y divide-line">
        {shown.map(({ id, title, weight, phrases }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-4 py-2">
            <span className="min-w-0 font-medium break-words">{title}</span>
            <span className="num text-[13px] text-ink-3">{percent(weight)}</span>
            <svg aria-hidden="true" width="100%" height="4" className="col-span-2 my-1 block rounded-sm bg-sunk">
              <rect width={`${(100 * weight) / heaviest}%`} height="4" rx="2" fill="var(--accent)" opacity="0.75" />
            </svg>
            <span className="col-span-2 text-[13px] text-ink-2 break-words">
              {wordsFor(phrases, MOST_WORDS)
                .map((each) => `“${each}”`)
                .join(", ")}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < skills.length && (
        <p className="mt-2">
          <TextButton onClick={() => setAll(true)}>Show all {skills.length}</TextButton>
        </p>
      )}
    </Section>
  );
}
