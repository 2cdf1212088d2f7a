import type { Match, SkillMatch } from "../../../src/features/jobs/schema.ts";
import { percent } from "../../ui/figures.ts";
import { Sign, type Tone } from "../../ui/state-mark.tsx";

const GROUPS = [
  { key: "have", name: "You have", tone: "pass", label: "had" },
  { key: "missing", name: "Missing", tone: "fail", label: "missing" },
  { key: "unknown", name: "Not known yet", tone: "idle", label: "not known" },
] as const satisfies { key: keyof Match; name: string; tone: Tone; label: string }[];

/** What the posting asks for beside what is known of the candidate, heaviest first. */
export function MatchView({ match }: { match: Match }) {
  const { score, known } = match;
  const groups = GROUPS.filter(({ key }) => match[key].length > 0);
  return (
    <section aria-labelledby="match" className="mb-5">
      <h2 id="match" className="mb-1 text-lg">
        Match
      </h2>
      <p className="mb-2 max-w-[65ch] text-ink-2">
        {groups.length === 0
          ? "Nothing in the text names a skill that is measured here."
          : score === null
            ? `Too little is known of you for a figure: ${percent(known)} of what it asks for. Practise what stands under “not known yet”.`
            : `${percent(score)} expected over the ${percent(known)} of what it asks for that is known of you.`}
      </p>
      <div className="grid gap-4 sm:grid-cols-3">
        {groups.map(({ key, name, tone, label }) => (
          <div key={key} className="min-w-0">
            <h3 className="mb-1 text-[13px] text-ink-3">{name}</h3>
            <ul className="grid gap-1.5">
              {match[key].map((skill) => (
                <SkillLine key={skill.skill} skill={skill} tone={tone} label={label} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function SkillLine({
  skill: { title, weight, phrases, expected },
  tone,
  label,
}: {
  skill: SkillMatch;
  tone: Tone;
  label: string;
}) {
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-1 text-[14px]">
      <Sign tone={tone} label={label} />
      <span className="min-w-0 break-words">
        {title}{" "}
        <span className="num text-ink-3">
          {percent(weight)} of it{expected === null ? "" : `, you ${percent(expected)}`}
        </span>
        {phrases.length > 0 && <span className="block text-ink-2">“{phrases.slice(0, 2).join("”, “")}”</span>}
      </span>
    </li>
  );
}
