import { Link } from "@tanstack/react-router";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import type { Session } from "../types.ts";
import { startWords } from "../wording.ts";

/** The one thing to do next, its reason, and the button that leads there; without one, why there is none. */
export function NextSession({ session, note }: { session: Session | undefined; note: string | null }) {
  if (!session)
    return (
      <section aria-label="Next" className="sheet mb-6 px-4 py-4 sm:px-6">
        <h2 className="text-lg">Nothing more today</h2>
        <p className="mt-1 max-w-[65ch] text-ink-2">{note}</p>
      </section>
    );
  const { title, minutes, reason, kind, to } = session;
  return (
    <NextCard
      title={title}
      action={
        // the server names a page of this app
        <Link to={to as "/code"} className={NEXT_LINK}>
          {startWords[kind]} <span className="num font-normal">· {minutes} min</span>
        </Link>
      }
    >
      <p className="mt-1 max-w-[65ch] text-ink-2">{reason}</p>
      {note && <p className="caption mt-1">{note}</p>}
    </NextCard>
  );
}
