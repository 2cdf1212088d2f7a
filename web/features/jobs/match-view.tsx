import type { Match, SkillMatch } from "../../../src/features/jobs/schema.ts";
import { classNames } from "../../ui/class-names.ts";
import { percent } from "../../ui/figures.ts";
import { Sign, type Tone } from "../../ui/state-mark.tsx";

const GROUPS = [
  { key: "have", name: "You have", tone: "pass", label: "had" },
  { key: "missing", name: "Missing", tone: "fail", label: "missing" },
  { key: "unknown", name: "Not known yet", tone: "idle", label: "not known" },
] as const satisfies { key: keyof Match; name: string; tone: Tone; label: string }[];

/** Every skill of its role weighs something: past the first few it is little. */
const AT_ONCE = 8;

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
            ? "Too little is known of you for a figure. Practise what stands under “not known yet”, or hold a mock."
            : `${percent(score)} expected over all that it asks for; ${percent(known)} of it is known skill by skill.`}
      </p>
      <div className={classNames("grid gap-4", groups.length > 1 && "sm:grid-cols-3")}>
        {groups.map(({ key, name, tone, label }) => (
          <div key={key} className="min-w-0">
            <h3 className="text-[13px] text-ink-3">{name}</h3>
            <SkillLines skills={match[key].slice(0, AT_ONCE)} tone={tone} label={label} />
            {match[key].length > AT_ONCE && (
              <details className="mt-2 text-[14px]">
                <summary className="text-ink-2">{match[key].length - AT_ONCE} that weigh less</summary>
                <SkillLines skills={match[key].slice(AT_ONCE)} tone={tone} label={label} />
              </details>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

type LinesProps = { skills: readonly SkillMatch[]; tone: Tone; label: string };

const SkillLines = ({ skills, tone, label }: LinesProps) => (
  <ul className="mt-1 grid gap-1.5">
    {skills.map((skill) => (
      <SkillLine key={skill.skill} skill={skill} tone={tone} label={label} />
    ))}
  </ul>
);

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
        <span className="num whitespace-nowrap text-ink-3">
          {percent(weight)} of it{expected === null ? "" : `, you ${percent(expected)}`}
        </span>
        {phrases.length > 0 && <span className="block text-ink-2">“{phrases.slice(0, 2).join("”, “")}”</span>}
      </span>
    </li>
  );
}
