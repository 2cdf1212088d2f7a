import { FailureNote } from "../../../ui/failure-note.tsx";
import type { InterviewHome } from "../types.ts";
import { minutesFor } from "./plan.ts";
import type { Creating, Planning } from "./use-plan.ts";

type Props = { home: InterviewHome; planning: Planning; creating: Creating };

const titleOf = ({ title }: { title: string }) => `${title} round`;

/** One round of a kind with one press, with the settings above. */
export function SingleRounds({ home, planning, creating }: Props) {
  const offered = home.kinds.filter(({ available }) => available);
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="single" className="mb-8">
      <h2 id="single" className="mb-2 text-lg">
        Or one round
      </h2>
      <ul className="grid gap-2 sm:grid-cols-2">
        {offered.map(({ kind, title }) => {
          const minutes = minutesFor(kind, planning.chosen.role, home.loops);
          return (
            <li key={kind}>
              <button
                type="button"
                disabled={creating.pending}
                aria-label={`One ${minutes}-minute ${title} round`}
                onClick={() => creating.create(titleOf({ title }), [{ kind, title, minutes, breakMinutes: 0 }])}
                className="sheet num flex min-h-11 w-full items-center justify-between gap-3 px-4 text-left text-[14px] hover:border-control"
              >
                <span className="font-medium">{title}</span>
                <span className="shrink-0 text-ink-2">{minutes} min</span>
              </button>
            </li>
          );
        })}
      </ul>
      {creating.error && offered.some((each) => titleOf(each) === creating.sent?.title) && (
        <FailureNote error={creating.error} />
      )}
    </section>
  );
}
