import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { ApiError } from "../../../api/client.ts";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { attemptQuery, caseQuery } from "../queries.ts";
import type { CaseDetail } from "../types.ts";
import { AttemptSkeleton } from "./attempt-skeleton.tsx";
import { StartPage } from "./start/start-page.tsx";
import { Workspace } from "./workspace/workspace.tsx";

/** A case: its open attempt, the one that the address names, or the way to begin. */
export function AttemptPage() {
  const { slug } = useParams({ from: "/design/$slug" });
  const { attempt } = useSearch({ from: "/design/$slug" });
  const { data, error, refetch } = useQuery(caseQuery(slug));
  useEffect(() => {
    document.title = `${data?.title ?? "Design"} · Holdout`;
  }, [data?.title]);
  if (error && !data) {
    const unknown = error instanceof ApiError && error.status === 404;
    return (
      <Stopped title={unknown ? "No such case" : "This case does not open"}>
        <FailureNote error={error} {...(unknown ? {} : { onRetry: () => void refetch() })} />
      </Stopped>
    );
  }
  if (!data) return <AttemptSkeleton />;
  const id = attempt ?? data.open;
  return id === null ? <StartPage detail={data} /> : <Loaded key={id} detail={data} id={id} />;
}

function Loaded({ detail, id }: { detail: CaseDetail; id: string }) {
  const { data, error, refetch } = useQuery(attemptQuery(id));
  if (data) return <Workspace detail={detail} attempt={data} />;
  if (!error) return <AttemptSkeleton />;
  return (
    <Stopped title="This attempt does not open">
      <FailureNote error={error} onRetry={() => void refetch()} />
    </Stopped>
  );
}

function Stopped({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="max-w-[68ch] px-4 py-10 outline-none md:px-8">
      <h1 className="mb-3 text-2xl">{title}</h1>
      {children}
      <p className="mt-4">
        <Link to="/design" className="text-accent underline underline-offset-2">
          All cases
        </Link>
      </p>
    </main>
  );
}
