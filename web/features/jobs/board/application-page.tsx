import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import type { ApplicationBoard, Move } from "../../../../src/features/jobs/schema.ts";
import { BackLink } from "../../../ui/back-link.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDay } from "../../../ui/format-time.ts";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { boardQuery, jobsKey, removeApplication } from "../queries.ts";
import { STAGE_NAMES, WHY_NAMES } from "../wording.ts";
import { ApplicationForm } from "./application-form.tsx";
import { StageMenu } from "./stage-menu.tsx";

type Shown = ApplicationBoard["applications"][number];

/** One application: where it stands, what comes next, who and what. */
export function ApplicationPage() {
  const { id } = useParams({ from: "/jobs/board/$id" });
  const { data, error, refetch } = useQuery(boardQuery);
  const application = data?.applications.find((each) => each.id === id);
  const title = application?.title ?? "An application";
  useEffect(() => {
    document.title = `${title} · Holdout`;
  }, [title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[880px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/jobs/board">Applications</BackLink>
      {application ? (
        <Loaded application={application} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : data ? (
        <h1 className="text-2xl">No such application</h1>
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function Loaded({ application }: { application: Shown }) {
  const { title, company, url, postingId, posting, moves } = application;
  return (
    <>
      <h1 className="mb-1 text-2xl break-words">{title}</h1>
      <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
        <span className="break-words">{company}</span>
        {postingId && posting !== "gone" && (
          <Link to="/jobs/$id" params={{ id: postingId }} className="text-accent underline underline-offset-2">
            {posting === "closed" ? "The posting, now closed" : "The posting"}
          </Link>
        )}
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer" className="text-accent underline underline-offset-2">
            Its own page
          </a>
        )}
      </p>
      <div className="mb-5 grid items-start gap-6 md:grid-cols-[minmax(0,1fr)_260px]">
        <ApplicationForm application={application} />
        <aside>
          <h2 className="mb-1 text-lg">Stage</h2>
          <StageMenu application={application} />
          <h2 className="mt-5 mb-1 text-lg">History</h2>
          <ol className="grid gap-1 text-[14px]">
            {moves.map((move) => (
              <MoveLine key={`${move.recordedAt}${move.stage}`} move={move} />
            ))}
          </ol>
          <div className="mt-5">
            <Removal application={application} />
          </div>
        </aside>
      </div>
    </>
  );
}

function MoveLine({ move: { stage, on, why } }: { move: Move }) {
  return (
    <li>
      <span className="num text-ink-3">{formatDay(on)}</span> {STAGE_NAMES[stage]}
      {why && <span className="text-ink-2">: {WHY_NAMES[why]}</span>}
    </li>
  );
}

function Removal({ application: { id } }: { application: Shown }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: removeApplication,
    onSuccess: async (board) => {
      await navigate({ to: "/jobs/board" });
      client.setQueryData(boardQuery.queryKey, board);
      return client.invalidateQueries({ queryKey: jobsKey });
    },
  });
  return (
    <>
      <InlineConfirm
        ask="Remove"
        consequence="The application, its notes and its history are deleted."
        confirm="Remove it"
        decline="Keep it"
        pending={remove.isPending}
        onConfirm={() => remove.mutate(id)}
      />
      {remove.error && <FailureNote error={remove.error} />}
    </>
  );
}
