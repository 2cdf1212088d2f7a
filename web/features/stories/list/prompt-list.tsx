import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { DifficultyBars } from "../../../ui/difficulty-bars.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import type { StoryBank } from "../types.ts";

/** The questions to practise, by competency and role. */
export function PromptList({ bank: { prompts, competencies, roles, heldOut } }: { bank: StoryBank }) {
  const [competency, setCompetency] = useState<string>();
  const [role, setRole] = useState<string>();
  const shown = prompts.filter(
    (each) =>
      (competency === undefined || each.competency === competency || each.also.some((also) => also === competency)) &&
      (role === undefined || each.roles.includes(role)),
  );
  const titles = new Map(competencies.map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="prompts">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="prompts" className="text-lg">
          What will be asked
        </h2>
        <p className="num text-[14px] text-ink-2">
          {shown.length} of {prompts.length} questions · {heldOut} held out
        </p>
      </div>
      <div className="mb-3 grid gap-2 sm:grid-cols-2">
        <SelectField
          label="Competency"
          value={competency}
          choices={competencies.map(({ id, title }) => ({ value: id, label: title }))}
          onChoose={setCompetency}
        />
        <SelectField
          label="Role"
          value={role}
          choices={roles.map(({ id, title }) => ({ value: id, label: title }))}
          onChoose={setRole}
        />
      </div>
      <ul className="sheet divide-y divide-line">
        {shown.map(({ slug, prompt, competency: main, difficulty, answered }) => (
          <li key={slug} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5">
            <Link to="/stories/prompt/$slug" params={{ slug }} className="min-w-0 flex-1 basis-[280px]">
              {prompt}
            </Link>
            <span className="text-[13px] text-ink-3">{titles.get(main) ?? main}</span>
            <DifficultyBars difficulty={difficulty} />
            <span className="num w-16 text-right text-[13px] text-ink-3">
              {answered > 0 ? `told ${answered}×` : "new"}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
