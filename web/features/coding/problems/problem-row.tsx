import { Link } from "@tanstack/react-router";
import { DifficultyBars } from "../../../ui/difficulty-bars.tsx";
import type { Tone } from "../../../ui/state-mark.tsx";
import { Sign } from "../../../ui/state-mark.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { ProblemState, ProblemSummary } from "../types.ts";
import { kindNames, stateNames, tierNames } from "../wording.ts";

const tones: Record<ProblemState, Tone> = { new: "idle", attempted: "part", solved: "pass" };

export function ProblemRow({ problem }: { problem: ProblemSummary }) {
  const { slug, title, skills, kind, difficulty, minutes, tier, state, available } = problem;
  return (
    <li className="border-t border-line first:border-t-0">
      <Link
        to="/code/$slug"
        params={{ slug }}
        data-row
        className="grid grid-cols-[20px_minmax(0,1fr)] items-baseline gap-x-3 px-4 py-3 -outline-offset-2 hover:bg-sunk focus-visible:bg-accent-wash sm:px-6 md:grid-cols-[20px_minmax(0,1fr)_96px_112px_60px]"
      >
        <Sign tone={tones[state]} label={stateNames[state]} />
        <span className="min-w-0">
          <span className="font-medium">{title}</span>
          <span className="mt-0.5 block text-sm text-ink-2">
            {skills.map((skill) => skill.title).join(" · ")}
            {!available && <span className="text-part"> — needs {tierNames[tier]}, which this machine lacks</span>}
          </span>
        </span>
        <span className="col-start-2 mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2 md:contents">
          <span>
            <Tag>{kindNames[kind]}</Tag>
          </span>
          <DifficultyBars difficulty={difficulty} />
          <span className="num whitespace-nowrap md:text-right">{minutes} min</span>
        </span>
      </Link>
    </li>
  );
}
