import { SessionList } from "../session-list.tsx";
import type { Session } from "../types.ts";

type Props = { first: Session | undefined; sessions: readonly Session[] };

/** What comes after the next thing. */
export function RestOfToday({ first, sessions }: Props) {
  return (
    <section aria-labelledby="then" className="sheet px-4 py-4 sm:px-6">
      <h2 id="then" className="mb-1 text-lg">
        Then
      </h2>
      {sessions.length > 0 ? (
        <SessionList sessions={sessions} />
      ) : (
        <p className="text-[14px] text-ink-2">
          {first ? "Nothing: after that, today is done." : "Nothing is planned for the rest of today."}
        </p>
      )}
    </section>
  );
}
