import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { classNames } from "../../../ui/class-names.ts";
import { NotOpened } from "../../../ui/not-opened.tsx";
import { paperQuery } from "../queries.ts";
import type { PaperDetail } from "../types.ts";
import { NotesForm } from "./notes-form.tsx";
import { PaperHead } from "./paper-head.tsx";
import { RecallParts } from "./recall-parts.tsx";
import { Retellings } from "./retellings.tsx";
import { SkillsField } from "./skills-field.tsx";
import { TeachBack } from "./teach-back.tsx";

/** One paper: its notes, or it told from memory with the notes out of sight. */
export function PaperPage() {
  const { id } = useParams({ from: "/reading/$id" });
  const { data, error, refetch } = useQuery(paperQuery(id));
  useEffect(() => {
    document.title = `${data?.paper.title ?? "Paper"} · Holdout`;
  }, [data?.paper.title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data ? (
        <Opened key={data.paper.id} detail={data} />
      ) : error ? (
        <NotOpened error={error} noun="paper" onRetry={() => void refetch()}>
          <Link to="/reading" className="mt-4 inline-block text-accent underline underline-offset-2">
            The reading list
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

const VIEWS = [
  { tell: undefined, name: "Notes" },
  { tell: "parts", name: "Recall its parts" },
  { tell: "whole", name: "Teach it back" },
] as const;

function Opened({ detail }: { detail: PaperDetail }) {
  const { tell } = useSearch({ from: "/reading/$id" });
  const { id, abstract } = detail.paper;
  return (
    <>
      <PaperHead detail={detail} />
      <nav aria-label="This paper" className="mb-5 flex flex-wrap gap-2">
        {VIEWS.map((view) => (
          <Link
            key={view.name}
            to="/reading/$id"
            params={{ id }}
            search={view.tell ? { tell: view.tell } : {}}
            aria-current={view.tell === tell ? "page" : undefined}
            className={classNames(
              "inline-flex min-h-9 items-center rounded-md border px-3 text-[14px] no-underline",
              view.tell === tell ? "border-accent bg-accent-wash font-medium text-ink" : "border-line text-ink-2",
            )}
          >
            {view.name}
          </Link>
        ))}
      </nav>
      {tell === "parts" ? (
        <RecallParts paper={detail.paper} />
      ) : tell === "whole" ? (
        <TeachBack paper={detail.paper} />
      ) : (
        <>
          {abstract !== "" && (
            <details className="mb-4">
              <summary className="cursor-pointer text-ink-2">Abstract, as the feed had it</summary>
              <p className="mt-2 max-w-[70ch] whitespace-pre-line break-words text-ink-2">{abstract}</p>
            </details>
          )}
          <SkillsField detail={detail} />
          <NotesForm paper={detail.paper} />
          <Retellings detail={detail} />
        </>
      )}
    </>
  );
}
