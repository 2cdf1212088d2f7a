import { useState } from "react";
import { classNames } from "../../../ui/class-names.ts";
import { percent } from "../../../ui/figures.ts";
import { SkillDetail } from "./skill-detail.tsx";
import type { AreaOnMap, SkillOnMap } from "./types.ts";

type Band = { from: number; look: string; said: string };

const BANDS: readonly Band[] = [
  { from: 0.9, look: "border-pass bg-pass-wash", said: "90 % and more" },
  { from: 0.7, look: "border-part bg-part-wash", said: "70 to 90 %" },
  { from: 0, look: "border-fail bg-fail-wash", said: "under 70 %" },
];
const NO_CARDS = "border-line bg-sunk";

const lookOf = ({ recall }: SkillOnMap) =>
  BANDS.find(({ from }) => recall !== null && recall >= from)?.look ?? NO_CARDS;

/** Every skill by area, coloured by how well it is remembered; choosing one tells what is believed of it. */
export function SkillsSection({ areas }: { areas: readonly AreaOnMap[] }) {
  const [chosen, setChosen] = useState<string>();
  return (
    <section aria-labelledby="skills" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="skills" className="text-lg">
        Skills
      </h2>
      <p className="mt-0.5 max-w-[72ch] text-ink-2">
        The figure is the chance that you recall what you answered on a skill; a dash means that no question on it has
        been answered in recall. Choose a skill to see what is expected of you on it.
      </p>
      <ul className="caption mt-2 flex flex-wrap gap-x-4 gap-y-1" aria-label="What the colours mean">
        {[...BANDS, { look: NO_CARDS, said: "nothing in recall" }].map(({ look, said }) => (
          <li key={said} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={classNames("inline-block size-3 rounded-[3px] border", look)} />
            {said}
          </li>
        ))}
      </ul>
      {areas.map((area) => (
        <Area key={area.id} area={area} chosen={chosen} onChoose={setChosen} />
      ))}
    </section>
  );
}

type AreaProps = {
  area: AreaOnMap;
  chosen: string | undefined;
  onChoose: (skill: string | undefined) => void;
};

function Area({ area, chosen, onChoose }: AreaProps) {
  const open = area.skills.find(({ id }) => id === chosen);
  return (
    <div className="mt-5">
      <h3 className="mb-1.5 flex flex-wrap items-baseline gap-x-3 text-[14px]">
        {area.title}
        <span className="caption num font-normal">{percent(area.share)} of what the role weighs</span>
      </h3>
      <ul className="flex flex-wrap gap-1.5">
        {area.skills.map((skill) => (
          <li key={skill.id} className="max-w-full">
            <button
              type="button"
              aria-pressed={skill.id === chosen}
              onClick={() => onChoose(skill.id === chosen ? undefined : skill.id)}
              className={classNames(
                "flex min-h-7 max-w-full items-center gap-2 rounded-md border px-2 py-0.5 text-left text-[13px] leading-5",
                lookOf(skill),
                skill.id === chosen && "ring-2 ring-accent",
              )}
            >
              <span className="min-w-0 truncate">{skill.title}</span>
              <span className="num text-ink-2">{skill.recall === null ? "–" : percent(skill.recall)}</span>
            </button>
          </li>
        ))}
      </ul>
      {open && <SkillDetail skill={open} />}
    </div>
  );
}
