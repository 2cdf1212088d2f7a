import type { Session } from "../types.ts";

/** How spoken answers were delivered, apart from the score. */
export function Delivery({ coaching }: Pick<Session, "coaching">) {
  if (!coaching) return null;
  return (
    <section aria-labelledby="delivery" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="delivery" className="text-lg">
        How you spoke
      </h2>
      <p className="mb-2 max-w-[68ch] text-[14px] text-ink-2">
        Coaching from {coaching.turns} spoken {coaching.turns === 1 ? "answer" : "answers"}; nothing of it is in the
        score. The figures beside yours are the middle of rated interviews.
      </p>
      <table className="w-full text-left text-[14px]">
        <thead className="text-ink-2">
          <tr>
            <th className="py-1 font-medium">Measure</th>
            <th className="py-1 text-right font-medium">you</th>
            <th className="py-1 text-right font-medium">usual</th>
          </tr>
        </thead>
        <tbody>
          {coaching.measures.map(({ id, title, unit, value, low, high, says }) => (
            <tr key={id} className="border-line border-t align-top">
              <td className="py-1.5">
                {title} <span className="text-ink-3">{unit}</span>
                {says && <p className="max-w-[56ch] text-ink-2">{says}</p>}
              </td>
              <td className="num py-1.5 text-right">{value === null ? "–" : rounded(value)}</td>
              <td className="num py-1.5 pl-3 text-right text-ink-2">
                {rounded(low)} to {rounded(high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function rounded(value: number): string {
  return value >= 20 ? value.toFixed(0) : value.toFixed(1);
}
