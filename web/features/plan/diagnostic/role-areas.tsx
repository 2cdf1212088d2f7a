import { counted } from "../../../../src/lib/text.ts";
import { percent } from "../../../ui/figures.ts";
import type { DiagnosticHome } from "./types.ts";
import { inSentence } from "./wording.ts";

type Areas = DiagnosticHome["roles"][number]["areas"];

/** What the role weighs, with the unseen questions on each; and what a diagnostic does not measure. */
export function RoleAreas({ areas }: { areas: Areas }) {
  const [asked, other] = [areas.filter(({ left }) => left > 0), areas.filter(({ left }) => left === 0)];
  return (
    <div className="mt-4 border-line border-t pt-3">
      <p className="caption mb-1.5">
        What each area weighs in the role, and how many of its questions you have not seen.
      </p>
      <ul aria-label="Areas that are asked about" className="grid gap-x-6 gap-y-1 text-[14px] sm:grid-cols-2">
        {asked.map(({ id, title, weight, left }) => (
          <li key={id} className="num grid grid-cols-[minmax(0,1fr)_48px_92px] items-baseline gap-x-2">
            <span>{title}</span>
            <span className="text-right text-ink-2">{percent(weight)}</span>
            <span className="text-right text-ink-2">{counted(left, "question")}</span>
          </li>
        ))}
      </ul>
      {other.length > 0 && (
        <p className="caption mt-3 max-w-[68ch]">
          Not measured here:{" "}
          {other.map(({ title, weight, measuredBy }) => notMeasured({ title, weight, measuredBy })).join("; ")}.
        </p>
      )}
    </div>
  );
}

function notMeasured({ title, weight, measuredBy }: Pick<Areas[number], "title" | "weight" | "measuredBy">): string {
  const by = measuredBy ? `a mock of the round “${measuredBy}” does` : "no round of its loop does either";
  return `${inSentence(title)} (${percent(weight)}): ${by}`;
}
