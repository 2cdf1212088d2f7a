import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { getJson } from "../../../api/client.ts";
import type { ReadinessChange } from "../map/types.ts";
import { standingSaid } from "../map/wording.ts";
import { todayQuery } from "../queries.ts";
import { changedRounds, changeSaid } from "./change-words.ts";

const link = "text-accent underline underline-offset-2";

const changeQuery = (role: string, since: string) =>
  queryOptions({
    queryKey: ["plan", "change", role, since],
    queryFn: ({ signal }) =>
      getJson<ReadinessChange>(
        `/api/plan/readiness/change?role=${encodeURIComponent(role)}&since=${encodeURIComponent(since)}`,
        signal,
      ),
    staleTime: 0,
  });

/** What was measured since a time did to readiness, and what the plan says to do next; nothing while it is not known. */
export function PlanChange({ role, since }: { role: string; since: string }) {
  const { data: change } = useQuery(changeQuery(role, since));
  const { data: today } = useQuery(todayQuery(undefined));
  if (!change) return null;
  const next = today?.days[0]?.sessions[0];
  return (
    <section aria-labelledby="plan-change" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="plan-change" className="mb-2 text-lg">
        What it changes in the plan
      </h2>
      <p className="num max-w-[68ch]">{changeSaid(change)}</p>
      <RoundsOf change={change} />
      {today && (
        <p className="mt-2 max-w-[68ch] text-[14px] text-ink-2">
          {next ? (
            <>
              The plan was made anew. Next:{" "}
              <Link to={next.to as "/code"} className={link}>
                {next.title}
              </Link>
              . {next.reason}
            </>
          ) : today.target ? (
            "The plan was made anew; it has nothing more for today."
          ) : (
            <>
              You have no plan yet:{" "}
              <Link to="/" className={link}>
                choose what you prepare for
              </Link>
              .
            </>
          )}
        </p>
      )}
    </section>
  );
}

function RoundsOf({ change }: { change: ReadinessChange }) {
  const rounds = changedRounds(change);
  if (rounds.length === 0) return null;
  return (
    <dl className="num mt-2 grid max-w-[52ch] grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 text-[14px]">
      {rounds.map(({ round, now }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a loop may hold two rounds of one name
        <div key={at} className="contents">
          <dt className="text-ink-2">{round}</dt>
          <dd>{standingSaid(now)}</dd>
        </div>
      ))}
    </dl>
  );
}
