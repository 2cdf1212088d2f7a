import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { BackLink } from "../../ui/back-link.tsx";
import { Button, TextButton } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { NotOpened } from "../../ui/not-opened.tsx";
import { AskedSection } from "./asked-section.tsx";
import { CvSection } from "./cv-section.tsx";
import { GapsSection } from "./gaps-section.tsx";
import { LeadSection } from "./lead-section.tsx";
import { PostingText } from "./posting-text.tsx";
import { postingQuery, postingsQuery, preparePosting, releasePosting } from "./queries.ts";
import { QuestionsSection } from "./questions-section.tsx";
import { RoundsSection } from "./rounds-section.tsx";
import type { PostingDetail } from "./types.ts";
import { whomItSeeks, wordsFor } from "./wording.ts";

/** What one job description asks for, and what to do about it. */
export function PostingPage() {
  const { id } = useParams({ from: "/jobs/tailor/$id" });
  const { data, error, refetch } = useQuery(postingQuery(id));
  const title = data?.posting.title ?? "A posting";
  useEffect(() => {
    document.title = `${title} · Holdout`;
  }, [title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/jobs/tailor">Tailor</BackLink>
      {data ? (
        <Shown detail={data} />
      ) : error ? (
        <NotOpened error={error} noun="posting" onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function Shown({ detail }: { detail: PostingDetail }) {
  const { posting, tailoring } = detail;
  const { about } = tailoring;
  return (
    <>
      <h1 className="text-2xl break-words">{posting.title}</h1>
      {about.kind === "ai-ml" ? (
        <>
          <Whom detail={detail} />
          <div className="grid items-start gap-x-8 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
            <div className="min-w-0">
              <AskedSection skills={tailoring.skills} />
              <QuestionsSection questions={tailoring.questions} />
              <CvSection cv={tailoring.cv} />
            </div>
            <div className="min-w-0">
              <GapsSection gaps={tailoring.gaps} />
              <RoundsSection rounds={tailoring.rounds} />
              <LeadSection stories={tailoring.stories} projects={tailoring.projects} />
            </div>
          </div>
        </>
      ) : (
        <Callout tone="part" className="mt-3">
          {about.said}
        </Callout>
      )}
      <PostingText posting={posting} skills={tailoring.skills} />
    </>
  );
}

function Whom({ detail: { posting, isTarget, tailoring } }: { detail: PostingDetail }) {
  const client = useQueryClient();
  const prepare = useMutation({
    mutationFn: isTarget ? releasePosting : preparePosting,
    onSuccess: (next) => {
      client.setQueryData(postingQuery(posting.id).queryKey, next);
      void client.invalidateQueries({ queryKey: postingsQuery.queryKey, exact: true });
      // the plan is weighed anew
      void client.invalidateQueries({ queryKey: ["plan"] });
    },
  });
  const words = wordsFor([...tailoring.role.shown, ...tailoring.level.shown], 3);
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-0 text-ink-2">
        {whomItSeeks(tailoring)}
        {words.length > 0 && <span className="text-ink-3">, from {words.map((each) => `“${each}”`).join(", ")}</span>}
      </p>
      {isTarget ? (
        <>
          <p role="status" className="font-medium text-[14px] text-pass">
            You prepare for this one: the plan weighs what it asks for
          </p>
          <TextButton onClick={() => prepare.mutate(posting.id)}>No longer</TextButton>
        </>
      ) : (
        <Button look="primary" disabled={prepare.isPending} onClick={() => prepare.mutate(posting.id)}>
          Prepare for this one
        </Button>
      )}
      {prepare.error && <FailureNote error={prepare.error} />}
    </div>
  );
}
