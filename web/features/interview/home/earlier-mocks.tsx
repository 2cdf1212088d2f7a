import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { homeQuery, removeMock, sessionQuery } from "../queries.ts";
import { forgetMock } from "../room/kept.ts";
import { LevelMark } from "../scorecard/level-mark.tsx";
import type { SessionSummary } from "../types.ts";
import { isRecommendation, RECOMMENDATIONS } from "../wording.ts";

/** What was held, the last first, with what it came to. */
export function EarlierMocks({ sessions }: { sessions: readonly SessionSummary[] }) {
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className="mb-2 text-lg">
        Your mocks
      </h2>
      {sessions.length === 0 ? (
        <p className="sheet px-4 py-6 text-ink-2">
          Each mock will stand here with its recommendation, a scorecard and a replay. A single round is the quickest
          way to the first one.
        </p>
      ) : (
        <ul className="sheet divide-y divide-line">
          {sessions.map((session) => (
            <MockRow key={session.id} session={session} />
          ))}
        </ul>
      )}
    </section>
  );
}

function MockRow({ session }: { session: SessionSummary }) {
  const { id, title, createdAt, finishedAt, rounds } = session;
  const held = rounds.filter((each) => each.held).map((each) => each.title);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeMock(id),
    onSuccess: (home) => {
      forgetMock(id, rounds.length);
      client.removeQueries({ queryKey: sessionQuery(id).queryKey });
      client.setQueryData(homeQuery.queryKey, home);
    },
  });
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-[220px]">
        <Link to="/interview/$id" params={{ id }} className="break-words font-medium">
          {title}
        </Link>
        <p className="caption num">
          {formatDayAndTime(createdAt)}
          {held.length > 0 && ` · ${held.join(", ")}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[14px]">
        {finishedAt === null ? (
          <Link to="/interview/$id" params={{ id }} className="text-accent underline underline-offset-2">
            Go on<span className="sr-only"> with {title}</span>
          </Link>
        ) : (
          <Result session={session} />
        )}
        <InlineConfirm
          ask={
            <>
              Remove<span className="sr-only"> {title}</span>
            </>
          }
          consequence="All that was said in it and its scorecard are deleted here. What was measured by it stays."
          confirm="Remove it"
          decline="Keep it"
          pending={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      </div>
      {remove.error && <FailureNote error={remove.error} />}
    </li>
  );
}

function Result({ session: { recommendation, score } }: { session: SessionSummary }) {
  if (!isRecommendation(recommendation)) return null;
  const { name, level } = RECOMMENDATIONS[recommendation];
  return (
    <span className="num flex flex-wrap items-baseline gap-x-3">
      <LevelMark level={level} name={name} />
      {score !== null && <span className="text-ink-2">{score.toFixed(2)}</span>}
    </span>
  );
}
