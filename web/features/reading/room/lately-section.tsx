import { formatDay } from "../../../ui/format-time.ts";
import { OutsideLink } from "../outside-link.tsx";
import type { ReadingOverview } from "../types.ts";

type Props = { lately: ReadingOverview["lately"]; feeds: number };

/** What changed lately on the skills that one prepares, each with its date and source. */
export function LatelySection({ lately: { since, skills, readAt, prepared }, feeds }: Props) {
  return (
    <section aria-labelledby="lately">
      <h2 id="lately" className="mb-1 text-lg">
        What changed lately on your skills
      </h2>
      <p className="caption mb-2 max-w-[70ch]">
        {readAt === null
          ? "No feed has been read yet, so nothing can be said here."
          : `Entries since ${formatDay(since)} whose title or text names a skill that you work on. Feeds were last read on ${formatDay(readAt)}${feeds === 1 ? ", from one feed" : `, from ${feeds} feeds`}.`}
        {prepared === 0 &&
          " A skill counts as worked on once an exercise has measured it, or a paper on your list is tagged with it."}
      </p>
      {readAt !== null && prepared > 0 && skills.length === 0 && (
        <p className="text-ink-2">No entry of this time names one of them.</p>
      )}
      {skills.map(({ skill, entries }) => (
        <div key={skill.id} className="mb-4">
          <h3 className="font-medium text-[15px]">{skill.title}</h3>
          <ul className="mt-1 grid gap-1 text-[14px]">
            {entries.map(({ id, title, link, at, feed, words }) => (
              <li key={id} className="min-w-0 break-words">
                {link ? <OutsideLink to={link}>{title}</OutsideLink> : title}{" "}
                <span className="num text-[13px] text-ink-3">
                  {feed}, {formatDay(at)}, names “{words}”
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
