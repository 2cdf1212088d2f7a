import type { WeeklyReview } from "../types.ts";

type Props = Pick<WeeklyReview, "areas" | "posting">;

/** Minutes by area beside the share that the role, or the job description, would give it. */
export function AreaTable({ areas, posting }: Props) {
  const most = Math.max(1, ...areas.flatMap(({ minutes, planned }) => [minutes, planned]));
  return (
    <section aria-labelledby="areas" className="sheet px-4 py-4 sm:px-6">
      <h2 id="areas" className="mb-1 text-lg">
        By area
      </h2>
      <table className="num w-full text-[14px]">
        <thead>
          <tr className="text-left text-[13px] text-ink-2">
            <th className="py-1 font-normal">Area</th>
            <th className="hidden w-2/5 font-normal sm:table-cell">
              <span className="sr-only">As a bar; the line is the share</span>
            </th>
            <th className="py-1 pl-3 text-right font-normal">Done</th>
            <th className="py-1 pl-3 text-right font-normal">By weight</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ id, title, minutes, planned }) => (
            <tr key={id} className="border-line border-t">
              <th scope="row" className="py-1.5 text-left font-normal">
                {title}
              </th>
              <td className="hidden sm:table-cell">
                <Bar done={minutes / most} planned={planned / most} />
              </td>
              <td className="py-1.5 pl-3 text-right">{minutes} min</td>
              <td className="py-1.5 pl-3 text-right text-ink-2">{planned} min</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption mt-2">
        By weight is how {posting ? `“${posting.title}”` : "the role"} would divide the time that you set aside. The
        plan departs from it where there is more to gain.
      </p>
    </section>
  );
}

function Bar({ done, planned }: { done: number; planned: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full rounded-sm">
      <rect width="100" height="8" fill="var(--line)" />
      <rect width={100 * done} height="8" fill="var(--accent)" />
      <line x1={99 * planned + 0.5} x2={99 * planned + 0.5} y1="0" y2="8" stroke="var(--ink)" strokeWidth="0.6" />
    </svg>
  );
}
