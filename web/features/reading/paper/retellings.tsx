import { percent } from "../../../ui/figures.ts";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import type { PaperDetail, Review } from "../types.ts";
import { LISTENER_NAMES } from "../wording.ts";
import { RetellingResult } from "./retelling-result.tsx";

/** Earlier retellings, newest first. */
export function Retellings({ detail: { reviews } }: { detail: PaperDetail }) {
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="retold" className="mt-8">
      <h2 id="retold" className="mb-2 text-lg">
        Told from memory
      </h2>
      <ul className="grid gap-2">
        {reviews.map((review) => (
          <li key={review.id}>
            <details>
              <summary className="num cursor-pointer text-[14px] text-ink-2">{lineOf(review)}</summary>
              <div className="mt-2">
                <RetellingResult review={review} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lineOf({ at, kind, listener, feedback: { score } }: Review): string {
  const to = LISTENER_NAMES.find(({ value }) => value === listener)?.name;
  const what = kind === "parts" ? "part by part" : `told ${to}`;
  return `${formatDayAndTime(at)}, ${what}: ${score === null ? "not graded" : percent(score)}`;
}
