import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { ApiError } from "../../../api/client.ts";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { problemQuery } from "../queries.ts";
import { Workspace } from "./workspace.tsx";
import { WorkspaceSkeleton } from "./workspace-skeleton.tsx";
import "./workspace.css";

export function WorkspacePage() {
  const { slug } = useParams({ from: "/code/$slug" });
  const { data, error, refetch } = useQuery(problemQuery(slug));
  useEffect(() => {
    document.title = `${data?.title ?? "Code"} · Holdout`;
  }, [data?.title]);
  if (data) return <Workspace key={slug} problem={data} />;
  if (!error) return <WorkspaceSkeleton />;
  const unknown = error instanceof ApiError && error.status === 404;
  return (
    <main id="main" tabIndex={-1} className="max-w-[68ch] px-4 py-10 outline-none md:px-8">
      <h1 className="mb-3 text-2xl">{unknown ? "No such problem" : "This problem does not open"}</h1>
      <FailureNote error={error} {...(unknown ? {} : { onRetry: () => void refetch() })} />
      <p className="mt-4">
        <Link to="/code" className="text-accent underline underline-offset-2">
          All problems
        </Link>
      </p>
    </main>
  );
}
