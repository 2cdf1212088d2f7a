import { Link } from "@tanstack/react-router";
import { counted } from "../../../../../src/lib/text.ts";
import { useAction } from "../../../../shell/use-action.ts";
import { Button } from "../../../../ui/button.tsx";
import { DifficultyBars } from "../../../../ui/difficulty-bars.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { percent } from "../../../../ui/figures.ts";
import { formatDayAndTime } from "../../../../ui/format-time.ts";
import { BackIcon } from "../../../../ui/icons.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import type { CaseDetail } from "../../types.ts";
import { kindName } from "../../wording.ts";
import { useBegin } from "../use-begin.ts";
import { PhasePlan } from "./phase-plan.tsx";

/** Before an attempt: the brief, what will come and how long it takes, and what came of earlier ones. */
export function StartPage({ detail }: { detail: CaseDetail }) {
  const { slug, title, kind, difficulty, minutes, brief, history } = detail;
  const { mutate, isPending, error } = useBegin(slug);
  useAction({ id: "design.begin", label: "Begin an attempt", keys: "g", group: "This case" }, mutate);
  return (
    <main id="main" tabIndex={-1} className="pane-scroll flex-1 px-4 pt-6 pb-12 outline-none md:px-8">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <Link to="/design" className="-ml-1 inline-flex items-center gap-1 text-ink-2 hover:text-ink">
          <BackIcon /> Design
        </Link>
        <Tag>{kindName(kind)}</Tag>
        <DifficultyBars difficulty={difficulty} />
        <span className="num">about {counted(minutes, "minute")}</span>
      </div>
      <h1 className="mb-2 text-2xl">{title}</h1>
      <p className="mb-5 max-w-[68ch] text-[17px] leading-7 whitespace-pre-line">{brief.trim()}</p>
      <div className="mb-8 flex flex-wrap items-center gap-3">
        <Button look="primary" className="min-h-10 px-4" onClick={() => mutate()} disabled={isPending}>
          {history.length > 0 ? "Begin a new attempt" : "Begin"} <Kbd keys="g" bare />
        </Button>
        <p className="caption">The clock is quiet: nothing stops when a phase runs over.</p>
      </div>
      {error && <FailureNote error={error} onRetry={() => mutate()} />}
      <PhasePlan budget={detail.budget} />
      {history.length > 0 && <History detail={detail} />}
    </main>
  );
}

function History({ detail: { slug, history } }: { detail: CaseDetail }) {
  return (
    <section aria-label="Earlier attempts" className="mt-8 max-w-[75ch]">
      <h2 className="mb-2 text-lg">Earlier attempts</h2>
      <ul className="sheet overflow-hidden">
        {history.map(({ id, finishedAt, score, runs }) => (
          <li key={id} className="border-t border-line first:border-t-0">
            <Link
              to="/design/$slug"
              params={{ slug }}
              search={{ attempt: id }}
              className="num flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5 text-[14px] -outline-offset-2 hover:bg-sunk"
            >
              <span>
                <time dateTime={finishedAt}>{formatDayAndTime(finishedAt)}</time>
                <span className="text-ink-2"> · {counted(runs, "run")}</span>
              </span>
              <span className="font-medium">{percent(score)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
