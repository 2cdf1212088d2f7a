import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { BackLink } from "../../../ui/back-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { percent } from "../../../ui/figures.ts";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { portfolioQuery, projectQuery, removeProject, rescanProject } from "../queries.ts";
import { ScanFailure } from "../scan-failure.tsx";
import type { ProjectDetail } from "../types.ts";
import { useScan } from "../use-scan.ts";
import { KIND_NAMES, originText } from "../wording.ts";
import { ScanView } from "./scan-view.tsx";
import { ToldForm } from "./told-form.tsx";

/** One project: what an interviewer finds in it, what they would ask, and how you tell it. */
export function ProjectPage() {
  const { id } = useParams({ from: "/portfolio/$id" });
  const { data, error, refetch } = useQuery(projectQuery(id));
  const name = data?.project.name;
  useEffect(() => {
    document.title = `${name ?? "Project"} · Holdout`;
  }, [name]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/portfolio">Portfolio</BackLink>
      {data ? (
        <Loaded detail={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-24 w-full" />
      )}
    </main>
  );
}

function Loaded({ detail }: { detail: ProjectDetail }) {
  const { project, scan, earlier } = detail;
  const before = earlier.findLast(({ score }) => score !== null)?.score;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="min-w-0 break-words text-2xl">{project.name}</h1>
        {project.score !== null && (
          <p className="num text-lg">
            {percent(project.score)}
            {before !== undefined && before !== null && (
              <span className="text-[14px] text-ink-3"> last time {percent(before)}</span>
            )}
          </p>
        )}
      </div>
      <p className="mb-4 break-words text-[14px] text-ink-3">
        {KIND_NAMES[project.kind]} · {originText(project.origin)}
      </p>
      <Steps detail={detail} />
      {scan && <ScanView scan={scan} />}
      <ToldForm key={project.id} project={project} />
    </>
  );
}

function Steps({ detail: { project } }: { detail: ProjectDetail }) {
  const { id, origin } = project;
  const client = useQueryClient();
  const navigate = useNavigate();
  const scan = useScan(
    (_: undefined, follow) => rescanProject(id, follow),
    () => {},
  );
  const remove = useMutation({
    mutationFn: () => removeProject(id),
    onSuccess: (portfolio) => {
      client.setQueryData(portfolioQuery.queryKey, portfolio);
      return navigate({ to: "/portfolio" });
    },
  });
  return (
    <div className="mb-6 grid gap-2">
      <div className="flex flex-wrap items-start gap-3">
        {origin.kind !== "told" &&
          (scan.running ? (
            <Button onClick={scan.stop}>Stop reading</Button>
          ) : (
            <Button onClick={() => scan.start(undefined)}>Read it again</Button>
          ))}
        <InlineConfirm
          ask="Remove"
          consequence="The project, its readings and what you told of it are deleted here. The repository itself is not touched."
          confirm="Remove it"
          decline="Keep it"
          pending={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      </div>
      <p role="status" className="text-[14px] text-ink-2">
        {scan.said && `${scan.said} …`}
      </p>
      {scan.error && <ScanFailure error={scan.error} />}
      {remove.error && <FailureNote error={remove.error} />}
    </div>
  );
}
