import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { NotOpened } from "../../../ui/not-opened.tsx";
import { conceptQuery } from "../queries.ts";
import { AttemptResult } from "../result/attempt-result.tsx";
import type { Audience, ConceptDetail } from "../types.ts";
import { ConceptHead } from "./concept-head.tsx";
import { ExplainForm } from "./explain-form.tsx";
import { History } from "./history.tsx";

/** One concept and one listener: first the situation and the editor, then how it came across. */
export function ConceptPage() {
  const { slug } = useParams({ from: "/explain/$slug" });
  const { audience, attempt } = useSearch({ from: "/explain/$slug" });
  const { data, error, refetch } = useQuery(conceptQuery(slug));
  useEffect(() => {
    document.title = `${data?.title ?? "Explain"} · Holdout`;
  }, [data?.title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data ? (
        <Opened concept={data} asked={audience} attempt={attempt} />
      ) : error ? (
        <NotOpened error={error} noun="concept" onRetry={() => void refetch()}>
          <Link to="/explain" className="mt-4 inline-block">
            All concepts
          </Link>
        </NotOpened>
      ) : (
        <div aria-busy="true" className="late">
          <div className="skeleton mb-4 h-7 w-1/2" />
          <div className="skeleton h-24 w-full" />
        </div>
      )}
    </main>
  );
}

type Props = { concept: ConceptDetail; asked: Audience | undefined; attempt: string | undefined };

function Opened({ concept, asked, attempt }: Props) {
  const listener = listenerFor(concept, asked);
  if (!listener) return null;
  const { audience } = listener;
  return (
    <>
      <ConceptHead concept={concept} listener={listener} told={attempt !== undefined} />
      {attempt === undefined ? (
        <ExplainForm key={audience} slug={concept.slug} listener={listener} />
      ) : (
        <AttemptResult key={attempt} concept={concept} id={attempt} />
      )}
      <History concept={concept} listener={listener} shown={attempt} />
    </>
  );
}

/** Who was asked for; else who has not been told yet. */
function listenerFor({ listeners }: ConceptDetail, asked: Audience | undefined) {
  return (
    listeners.find(({ audience }) => audience === asked) ??
    listeners.find(({ history }) => history.length === 0) ??
    listeners[0]
  );
}
