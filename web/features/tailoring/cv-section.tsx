import { Link } from "@tanstack/react-router";
import { StateMark } from "../../ui/state-mark.tsx";
import { Section } from "./section.tsx";
import type { CvCheck, Tailoring } from "./types.ts";
import { CV_STATES } from "./wording.ts";

/** Whether the CV says what the posting asks for, in whose words. */
export function CvSection({ cv: { name, checks } }: { cv: Tailoring["cv"] }) {
  if (name === null)
    return (
      <Section title="Your CV against it">
        <p className="sheet px-4 py-3 text-[14px]">
          No CV is kept here.{" "}
          <Link to="/claims" className="text-accent underline underline-offset-2">
            Add yours under Claims
          </Link>
          , and this list says which of the posting’s words it has.
        </p>
      </Section>
    );
  return (
    <Section
      title="Your CV against it"
      note={`Against “${name}”. Take over the posting’s word where it is true of what you did; never write what you did not do.`}
    >
      <ul className="sheet divide-y divide-line">
        {checks.map((check) => (
          <li key={check.skill.id} className="px-4 py-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="min-w-0 break-words">{check.skill.title}</span>
              <StateMark tone={CV_STATES[check.state].tone} className="text-[13px]">
                {CV_STATES[check.state].name}
              </StateMark>
            </p>
            <p className="text-[13px] text-ink-2 break-words">{adviceOn(check)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function adviceOn({ state, phrases, found }: CvCheck): string {
  const theirs = phrases.map((each) => `“${each}”`).join(", ");
  switch (state) {
    case "said":
      return `“${found}” stands in both.`;
    case "other-words":
      return `The posting says ${theirs}, your CV “${found}”. Where it is the same thing, use their word.`;
    case "missing":
      return `${theirs}: if you did it, say where. If not, leave it out and be ready to say how you would learn it.`;
  }
}
