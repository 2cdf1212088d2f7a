import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { ApiError } from "../../api/client.ts";
import { NotOpened } from "../../ui/not-opened.tsx";
import { sessionQuery } from "./queries.ts";
import { Between } from "./room/between.tsx";
import { Running } from "./room/running.tsx";
import { useCourier } from "./room/use-courier.ts";
import type { Session } from "./types.ts";

const ScorecardPage = lazy(() =>
  import("./scorecard/scorecard-page.tsx").then((module) => ({ default: module.ScorecardPage })),
);

/** One mock at one address: the room while it is held, the scorecard with the replay once it is over. */
export function MockPage() {
  const { id } = useParams({ from: "/interview/$id" });
  const { data, error, refetch } = useQuery(sessionQuery(id));
  useEffect(() => {
    document.title = `${data?.title ?? "Mock"} · Holdout`;
  }, [data?.title]);
  // it may have been removed in another tab while it was open here
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1440px] px-4 pt-5 pb-12 outline-none md:px-8">
      {data && !isGone ? (
        <Opened key={data.id} session={data} />
      ) : error ? (
        <NotOpened error={error} noun="mock" onRetry={() => void refetch()}>
          <Link to="/interview" className="mt-4 inline-block text-accent underline underline-offset-2">
            All mocks
          </Link>
        </NotOpened>
      ) : (
        <Opening />
      )}
    </main>
  );
}

const Opening = () => (
  <div aria-busy="true" className="late">
    <div className="skeleton mb-4 h-7 w-1/2" />
    <div className="skeleton h-24 w-full" />
  </div>
);

function Opened({ session }: { session: Session }) {
  const sending = useCourier(session);
  const { scorecard, current } = session;
  if (scorecard)
    return (
      <Suspense fallback={<Opening />}>
        <ScorecardPage session={session} scorecard={scorecard} />
      </Suspense>
    );
  return current === null ? (
    <Between session={session} sending={sending} />
  ) : (
    <Running key={current} session={session} round={current} sending={sending} />
  );
}
