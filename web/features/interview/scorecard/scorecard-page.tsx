import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useAction } from "../../../shell/use-action.ts";
import { BackLink } from "../../../ui/back-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { saveFile } from "../../../ui/save-file.ts";
import { PlanChange } from "../../plan/change/plan-change.tsx";
import { mockHtml } from "../export/mock-html.ts";
import { handedIn } from "../handed-in.ts";
import { workQuery } from "../queries.ts";
import { Replay } from "../replay/replay.tsx";
import { forgetMock } from "../room/kept.ts";
import type { Scorecard, Session } from "../types.ts";
import { Comparison, Debrief, Practise } from "./after.tsx";
import { Delivery } from "./delivery.tsx";
import { Recordings } from "./recordings.tsx";
import { ScoredRound } from "./scored-round.tsx";
import { usePrintedWhole } from "./use-printed-whole.ts";
import { Verdict } from "./verdict.tsx";

type Props = { session: Session; scorecard: Scorecard };

/** What a mock came to, with the replay beside it: every quote leads to its moment. */
export function ScorecardPage({ session, scorecard }: Props) {
  const { id, rounds } = session;
  useEffect(() => forgetMock(id, rounds.length), [id, rounds.length]);
  const heading = useRef<HTMLHeadingElement>(null);
  // who comes by a quote's address is led to its moment instead
  useEffect(() => {
    if (location.hash === "") heading.current?.focus({ preventScroll: true });
  }, []);
  usePrintedWhole();
  const { data: work } = useQuery(workQuery(id));
  return (
    <div className="mx-auto max-w-[1376px]">
      <Head session={session} />
      <div className="grid items-start gap-x-6 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] print:block">
        <div className="min-w-0">
          <Verdict scorecard={scorecard} headingRef={heading} />
          {scorecard.rounds.map((round) => (
            <ScoredRound key={round.round} round={round} made={work && handedIn(work, session.turns, round.round)} />
          ))}
          <Debrief debrief={scorecard.debrief} />
          <Practise practise={scorecard.practise} />
          <PlanChange role={session.role} since={session.createdAt} />
          <Comparison scorecard={scorecard} />
          <Delivery coaching={session.coaching} />
          <Recordings id={id} />
        </div>
        <Replay session={session} scorecard={scorecard} />
      </div>
    </div>
  );
}

function Head({ session }: { session: Session }) {
  const { id, title, createdAt, finishedAt } = session;
  const client = useQueryClient();
  const exported = useMutation({
    mutationFn: async () => {
      const html = mockHtml(session, await client.ensureQueryData(workQuery(id)));
      saveFile(`mock-${createdAt.slice(0, 10)}.html`, new Blob([html], { type: "text/html;charset=utf-8" }));
    },
  });
  const save = () => exported.mutate();
  const print = () => window.print();
  const group = "This mock";
  useAction({ id: "interview.export", label: "Export as one HTML file", keys: "e", group }, save);
  useAction({ id: "interview.print", label: "Print the scorecard", keys: "p", group }, print);
  return (
    <header className="mb-5">
      <BackLink to="/interview">Interview</BackLink>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h1 className="break-words text-2xl">{title}</h1>
          <p className="num text-[14px] text-ink-2">Held {formatDayAndTime(finishedAt ?? createdAt)}</p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button onClick={save}>Export as a file</Button>
          <Button onClick={print}>Print</Button>
        </div>
      </div>
      {exported.error && <FailureNote error={exported.error} onRetry={save} />}
    </header>
  );
}
