import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { payText } from "../../../src/features/jobs/model/pay-words.ts";
import type { PostingDetail } from "../../../src/features/jobs/schema.ts";
import { useAction } from "../../shell/use-action.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { formatDay } from "../../ui/format-time.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { NotOpened } from "../../ui/not-opened.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAddPosting } from "../tailoring/use-add-posting.ts";
import { MatchView } from "./match-view.tsx";
import { beginApplication, boardQuery, jobsKey, postingQuery } from "./queries.ts";
import { LEVEL_NAMES, ROLE_NAMES, WORKPLACE_NAMES } from "./wording.ts";

/** One posting: what it pays, how it fits, what it says. */
export function PostingPage() {
  const { id } = useParams({ from: "/jobs/$id" });
  const { data, error, refetch } = useQuery(postingQuery(id));
  const title = data?.title ?? "A posting";
  useEffect(() => {
    document.title = `${title} · Holdout`;
  }, [title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[880px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/jobs">Jobs</BackLink>
      {data ? (
        <Shown posting={data} />
      ) : error ? (
        <NotOpened error={error} noun="posting" onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function Shown({ posting }: { posting: PostingDetail }) {
  const { title, company, places, workplace, team, url, role, level, sample, closedAt, postedAt, firstSeenAt } =
    posting;
  return (
    <>
      <h1 className="mb-1 text-2xl break-words">{title}</h1>
      <p className="text-ink-2 break-words">
        {[company, team, places.join("; "), workplace === null ? "" : WORKPLACE_NAMES[workplace]]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="mt-2 mb-4 flex flex-wrap items-center gap-2 text-[14px] text-ink-2">
        {sample && <Tag>sample: no such job</Tag>}
        {role && <Tag>{ROLE_NAMES[role]}</Tag>}
        {level && <Tag>{LEVEL_NAMES[level]}</Tag>}
        <span className="num">
          {postedAt === null ? `first seen ${formatDay(firstSeenAt)}` : `posted ${formatDay(postedAt)}`}
        </span>
      </p>
      {closedAt && (
        <Callout tone="part" className="mb-4">
          It is not on its board any more; gone when the board was asked on {formatDay(closedAt)}.
        </Callout>
      )}
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <SaveButton posting={posting} />
        <TailorButton posting={posting} />
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer" className="text-accent underline underline-offset-2">
            Open it at its board
          </a>
        )}
      </div>
      <PayPart posting={posting} />
      {posting.match && <MatchView match={posting.match} />}
      <h2 className="mb-2 text-lg">What it says</h2>
      <div className="sheet px-4 py-4 text-[15px] leading-[1.7] break-words whitespace-pre-wrap">{posting.text}</div>
    </>
  );
}

function SaveButton({ posting: { id, applicationId } }: { posting: PostingDetail }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: beginApplication,
    onSuccess: (saved) => {
      client.setQueryData(boardQuery.queryKey, saved.board);
      return Promise.all([
        client.invalidateQueries({ queryKey: jobsKey }),
        navigate({ to: "/jobs/board/$id", params: { id: saved.id } }),
      ]);
    },
  });
  const run = applicationId === null && !save.isPending ? () => save.mutate({ postingId: id }) : undefined;
  useAction({ id: "job.save", label: "Save the posting to the board", keys: "s", group: "Posting" }, run);
  if (applicationId !== null)
    return (
      <Link
        to="/jobs/board/$id"
        params={{ id: applicationId }}
        className="font-medium text-accent underline underline-offset-2"
      >
        On your board
      </Link>
    );
  return (
    <>
      <Button look="primary" disabled={save.isPending} onClick={run}>
        Save to the board <Kbd keys="s" bare />
      </Button>
      {save.error && <FailureNote error={save.error} />}
    </>
  );
}

/** To what it asks for, the gaps and the rounds to expect. */
function TailorButton({ posting: { title, text } }: { posting: PostingDetail }) {
  const add = useAddPosting();
  return (
    <>
      <Button disabled={add.isPending} onClick={() => add.mutate({ text: `${title}\n\n${text}` })}>
        Tailor to it
      </Button>
      {add.error && <FailureNote error={add.error} />}
    </>
  );
}

function PayPart({ posting: { pays } }: { posting: PostingDetail }) {
  return (
    <section aria-labelledby="pay" className="mb-5">
      <h2 id="pay" className="mb-1 text-lg">
        Pay
      </h2>
      {pays.length === 0 ? (
        <p className="text-ink-2">Not said: neither the board nor the text has a plain figure.</p>
      ) : (
        <ul className="grid gap-1">
          {pays.map((pay) => (
            <li key={JSON.stringify(pay)}>
              <b className="num font-medium">{payText(pay)}</b>
              <span className="text-[14px] text-ink-2">
                {pay.from === "text" ? ", read in the text: " : pay.quote ? ", " : ""}
                {pay.from === "text" ? <q>{pay.quote}</q> : pay.quote}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
