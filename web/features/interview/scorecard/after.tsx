import { Link } from "@tanstack/react-router";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import type { Scorecard } from "../types.ts";
import { changeSaid, comparedRounds } from "./compare.ts";
import { roomPath } from "./room-path.ts";

/** What the panel would write, a paragraph each. */
export function Debrief({ debrief }: Pick<Scorecard, "debrief">) {
  return (
    <section aria-labelledby="debrief" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="debrief" className="mb-2 text-lg">
        The panel's debrief
      </h2>
      {debrief.map((paragraph) => (
        <p key={paragraph} className="mb-2 max-w-[68ch] break-words leading-7">
          {paragraph}
        </p>
      ))}
    </section>
  );
}

/** What to practise before the next mock, the weakest first. */
export function Practise({ practise }: Pick<Scorecard, "practise">) {
  if (practise.length === 0) return null;
  return (
    <section aria-labelledby="practise" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="practise" className="mb-1 text-lg">
        Practise next
      </h2>
      <ol>
        {practise.map(({ skill, title, why, to }) => (
          <li key={skill} className="border-line border-t py-2.5 text-[14px] first:border-t-0">
            <Link to={roomPath(to)} className="font-medium text-[15px] text-accent underline underline-offset-2">
              {title}
            </Link>
            <p className="max-w-[68ch] text-ink-2">{why}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Round by round against the last mock for the same role. */
export function Comparison({ scorecard }: { scorecard: Scorecard }) {
  const rows = comparedRounds(scorecard);
  const { before } = scorecard;
  if (!before || rows.length === 0) return null;
  return (
    <section aria-labelledby="comparison" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="comparison" className="mb-2 text-lg">
        Beside the mock of {formatDayAndTime(before.at)}
      </h2>
      <table className="num w-full text-left text-[14px]">
        <thead className="text-ink-2">
          <tr>
            <th className="py-1 font-medium">Round</th>
            <th className="py-1 text-right font-medium">then</th>
            <th className="py-1 text-right font-medium">now</th>
            <th className="py-1 pl-4 font-medium">change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, now, before: then }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rounds do not change places
            <tr key={at} className="border-line border-t">
              <td className="py-1.5">{title}</td>
              <td className="py-1.5 text-right">{then.toFixed(2)}</td>
              <td className="py-1.5 text-right">{now.toFixed(2)}</td>
              <td className="py-1.5 pl-4 text-ink-2">{changeSaid(now, then)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
